package org.bitstck.engine;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.bitstck.judge.Finding;
import org.bitstck.judge.RuleJudge;
import org.bitstck.judge.ScenarioJudge;
import org.bitstck.judge.Verdict;
import org.bitstck.play.Patience;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.ServerPlayer;
import org.bitstck.scenario.Scenario;

/** A plan while it is played: each scenario once, each finding kept. Safe for several threads. */
public final class Suite {
  private static final int MOST_TRIES = 5;

  private final List<Planned> plan;
  private final List<RuleJudge> rules;
  private final ServerPlayer player;
  private final ScenarioJudge judge;
  private final Breaker breaker;
  private final Slots slots;
  private final int threads;
  private final List<RunListener> listeners;
  private final Map<String, List<Finding>> findings = new ConcurrentHashMap<>();
  private volatile boolean cancelled;

  Suite(
      List<Planned> plan,
      List<RuleJudge> rules,
      ServerPlayer player,
      ScenarioJudge judge,
      Breaker breaker,
      int jobs,
      int threads,
      List<RunListener> listeners) {
    this.plan = List.copyOf(plan);
    this.rules = List.copyOf(rules);
    this.player = player;
    this.judge = judge;
    this.breaker = breaker;
    this.slots = new Slots(jobs);
    this.threads = threads;
    this.listeners = List.copyOf(listeners);
  }

  /** How many scenarios may be under way at once, those that wait included. */
  int threads() {
    return threads;
  }

  List<Planned> plan() {
    return plan;
  }

  List<RuleJudge> rules() {
    return rules;
  }

  /** No further scenario is played. */
  void cancel() {
    cancelled = true;
  }

  /** Plays and judges a scenario. */
  List<Finding> perform(Planned planned) {
    Scenario scenario = planned.scenario();
    Optional<Planned.Skip> skip = planned.skip();
    if (skip.isEmpty() && cancelled) {
      skip = Optional.of(new Planned.Skip(Verdict.BLOCKED, "the run was interrupted"));
    }
    if (skip.isEmpty()) {
      skip = breaker.gone().map(why -> new Planned.Skip(Verdict.SUBJECT_ERROR, why));
    }
    List<Finding> result;
    Played played = null;
    if (skip.isPresent()) {
      result = judge.notPlayed(scenario, skip.get().verdict(), skip.get().reason());
    } else {
      listeners.forEach(listener -> listener.scenarioStarted(scenario));
      try {
        played = play(scenario);
        result = judge(played);
      } catch (RuntimeException e) {
        result = judge.notPlayed(scenario, Verdict.KIT_ERROR, "the kit failed: " + where(e));
      }
      if (played != null) {
        breaker.watch(played);
      }
    }
    findings.put(scenario.id(), result);
    for (RunListener listener : listeners) {
      listener.scenarioFinished(scenario, played, result);
    }
    return result;
  }

  /**
   * Plays a scenario in a slot of its own. One that lets time pass takes none, so that it need not
   * wait for one when its time has come, and is played again where the kit came too late itself.
   */
  private Played play(Scenario scenario) {
    Played played = playOnce(scenario);
    for (int i = 1; i < MOST_TRIES && played.late(); i++) {
      played = playOnce(scenario);
    }
    // a server with a short queue may not have noticed that somebody wanted to connect
    return played.isWithoutConnection() ? playOnce(scenario) : played;
  }

  private Played playOnce(Scenario scenario) {
    if (scenario.pauses()) {
      return player.play(scenario, Patience.ALONE);
    }
    slots.take();
    try {
      return player.play(scenario, slots);
    } finally {
      slots.give();
    }
  }

  private List<Finding> judge(Played played) {
    if (played.stop() != null && played.stop().inexpressible()) {
      return judge.notPlayed(played.scenario(), Verdict.NOT_APPLICABLE, played.stop().reason());
    }
    judgeRules(played);
    return judge.judge(played);
  }

  private static String where(RuntimeException e) {
    return e + (e.getStackTrace().length == 0 ? "" : " at " + e.getStackTrace()[0]);
  }

  private void judgeRules(Played played) {
    rules.forEach(rule -> rule.judge(played));
  }

  /** All findings so far, in the order of the plan, the rules last. */
  List<Finding> findings() {
    List<Finding> all = new ArrayList<>();
    plan.forEach(
        planned ->
            all.addAll(findings.getOrDefault(planned.scenario().id(), Collections.emptyList())));
    for (RuleJudge rule : rules) {
      Finding finding = rule.finding();
      if (finding != null) {
        all.add(finding);
      }
    }
    return all;
  }
}
