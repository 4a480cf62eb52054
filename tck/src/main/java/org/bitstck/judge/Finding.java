package org.bitstck.judge;

import java.util.List;
import org.bitstck.exchange.Exchange;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.Place;

/**
 * What was found about one requirement in one scenario, or by one rule in the whole run.
 *
 * @param level in the profile of the run
 * @param topic of the scenario; {@code rules} for a rule
 * @param scenario its name within the topic, or the rule's
 * @param title what the scenario or rule is about
 * @param expected what was legal, in words
 * @param observed what came, in words
 * @param at the place of the expectation
 * @param exchanges numbers of the exchanges it is about
 * @param evidence the scenario's exchanges up to there; empty for a pass
 * @param durationMs of the scenario, in milliseconds
 */
public record Finding(
    Requirement requirement,
    Level level,
    String topic,
    String scenario,
    String title,
    Verdict verdict,
    String expected,
    String observed,
    Place at,
    List<Integer> exchanges,
    List<Exchange> evidence,
    long durationMs) {

  /** The same with another verdict. */
  public Finding with(Verdict otherVerdict, String otherObserved) {
    return new Finding(
        requirement,
        level,
        topic,
        scenario,
        title,
        otherVerdict,
        expected,
        otherObserved,
        at,
        exchanges,
        evidence,
        durationMs);
  }

  /** The worse of two about one requirement; the first where they are alike. */
  public static Finding worse(Finding a, Finding b) {
    return b.verdict().compareTo(a.verdict()) < 0 ? b : a;
  }

  /** {@code topic/scenario}. */
  public String scenarioId() {
    return topic + "/" + scenario;
  }

  /** {@code topic/scenario:requirement}: unique in a run. */
  public String checkId() {
    return scenarioId() + ":" + requirement.id();
  }
}
