package org.bitstck.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.scenario.Scenario;

/** A plan while it is played: each scenario once, each finding kept. Safe for several threads. */
public final class Suite {
  private final List<Planned> plan;
  private final Performer performer;
  private final Slots slots;
  private final int threads;
  private final List<RunListener> listeners;
  private final Map<String, List<Finding>> findings = new ConcurrentHashMap<>();
  private volatile boolean cancelled;

  /**
   * @param slots taken by each scenario while it works
   * @param threads how many scenarios may be under way at once, those that wait included
   */
  public Suite(
      List<Planned> plan,
      Performer performer,
      Slots slots,
      int threads,
      List<RunListener> listeners) {
    this.plan = List.copyOf(plan);
    this.performer = performer;
    this.slots = slots;
    this.threads = threads;
    this.listeners = List.copyOf(listeners);
  }

  /** How many scenarios may be under way at once, those that wait included. */
  public int threads() {
    return threads;
  }

  /** What is to be played, skipped scenarios included. */
  public List<Planned> plan() {
    return plan;
  }

  /** The always-on rules; each has something to say when all is played. */
  public List<? extends Watch> rules() {
    return performer.rules();
  }

  /** No further scenario is played. */
  public void cancel() {
    cancelled = true;
  }

  /**
   * Plays and judges a scenario of the plan; once each. Those that need the subject alone must not
   * be played beside others.
   */
  public List<Finding> perform(Planned planned) {
    Scenario scenario = planned.scenario();
    Optional<Planned.Skip> skip = planned.skip();
    if (skip.isEmpty() && cancelled) {
      skip = Optional.of(new Planned.Skip(Verdict.BLOCKED, "the run was interrupted"));
    }
    if (skip.isEmpty()) {
      skip = performer.gone().map(why -> new Planned.Skip(Verdict.SUBJECT_ERROR, why));
    }
    List<Finding> result;
    if (skip.isPresent()) {
      result = performer.notPlayed(scenario, skip.get().verdict(), skip.get().reason());
    } else {
      listeners.forEach(listener -> listener.scenarioStarted(scenario));
      try {
        result = performer.perform(scenario, slots);
      } catch (RuntimeException e) {
        result = performer.notPlayed(scenario, Verdict.KIT_ERROR, "the kit failed: " + where(e));
      }
    }
    findings.put(scenario.id(), result);
    for (RunListener listener : listeners) {
      listener.scenarioFinished(scenario, result);
    }
    return result;
  }

  private static String where(RuntimeException e) {
    return e + (e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0]);
  }

  /** All findings so far, in the order of the plan, the rules last. */
  public List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    plan.forEach(
        planned ->
            all.addAll(findings.getOrDefault(planned.scenario().id(), Collections.emptyList())));
    for (Watch rule : performer.rules()) {
      Finding finding = rule.finding();
      if (finding != null) {
        all.add(finding);
      }
    }
    return all;
  }
}
