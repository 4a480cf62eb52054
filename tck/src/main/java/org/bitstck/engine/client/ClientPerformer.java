package org.bitstck.engine.client;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.engine.Breaker;
import org.bitstck.engine.Performer;
import org.bitstck.engine.Slots;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.client.ClientJudge;
import org.bitstck.judge.client.ClientRuleJudge;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;

/** Plays scenarios with a client. */
final class ClientPerformer implements Performer {
  /** How often a scenario is played whose time limits the kit itself overran. */
  private static final int MOST_TRIES = 3;

  private final ClientPlay play;
  private final ClientJudge judge;
  private final List<ClientRuleJudge> rules;
  private final ClientDriver driver;
  private final Breaker breaker;
  private final AtomicInteger silent = new AtomicInteger();

  ClientPerformer(
      ClientPlay play,
      ClientJudge judge,
      List<ClientRuleJudge> rules,
      ClientDriver driver,
      Breaker breaker) {
    this.play = play;
    this.judge = judge;
    this.rules = List.copyOf(rules);
    this.driver = driver;
    this.breaker = breaker;
  }

  /** How many scenarios nobody sent anything in, where the client is driven by hand. */
  int silent() {
    return silent.get();
  }

  @Override
  public Optional<String> gone() {
    return Optional.ofNullable(driver.gone()).or(breaker::gone);
  }

  @Override
  public List<ClientRuleJudge> rules() {
    return rules;
  }

  @Override
  public List<Finding> perform(Scenario scenario, Slots slots) {
    Recording recording = play((ClientScenario) scenario, slots);
    boolean sign = !recording.requests().isEmpty();
    if (!driver.isDriven() && !sign) {
      silent.incrementAndGet();
      return notPlayed(scenario, Verdict.NOT_APPLICABLE, "nobody sent anything to its URL");
    }
    boolean untold = recording.last() == null || recording.last().outcome() == Outcome.NONE;
    if (untold && driver.gone() != null) {
      return notPlayed(scenario, Verdict.SUBJECT_ERROR, driver.gone());
    }
    breaker.watch(sign, () -> "the client sends nothing any more: " + PlainUpload.told(recording));
    rules.forEach(rule -> rule.judge(recording));
    return judge.judge(recording);
  }

  /** A client that is driven by hand may be waited for in every scenario at once. */
  private Recording play(ClientScenario scenario, Slots slots) {
    if (!driver.isDriven()) {
      return play.play(scenario, Patience.ALONE);
    }
    Recording recording = playOnce(scenario, slots);
    for (int i = 1; i < MOST_TRIES && recording.isLate(); i++) {
      recording = playOnce(scenario, slots);
    }
    return recording;
  }

  private Recording playOnce(ClientScenario scenario, Slots slots) {
    slots.take();
    try {
      return play.play(scenario, slots);
    } finally {
      slots.give();
    }
  }

  @Override
  public List<Finding> notPlayed(Scenario scenario, Verdict verdict, String reason) {
    return judge.notPlayed((ClientScenario) scenario, verdict, reason);
  }
}
