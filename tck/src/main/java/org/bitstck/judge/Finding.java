package org.bitstck.judge;

import java.util.List;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Exchange;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Requirement;
import org.bitstck.yaml.Place;

/**
 * What was found about one requirement in one scenario, or by one rule in the whole run.
 *
 * @param level in the profile of the run
 * @param topic of the scenario; {@link #RULES} for a rule
 * @param scenario its name within the topic, or the rule's
 * @param title what the scenario or rule is about
 * @param expected what was legal, in words
 * @param observed what came, in words
 * @param at the place of the expectation
 * @param exchanges numbers of the exchanges it is about
 * @param evidence the scenario's exchanges up to there; empty for a pass
 * @param asides what went on beside them; empty for a pass
 * @param durationMs of the scenario, in milliseconds
 * @param seenIn id of the scenario to play to see it again; empty if a rule held
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
    List<Aside> asides,
    long durationMs,
    String seenIn) {
  /** Stands for the topic where a rule was found broken, or held. */
  public static final String RULES = "rules";

  /** One whose exchanges explain themselves. */
  public Finding(
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
    this(
        requirement,
        level,
        topic,
        scenario,
        title,
        verdict,
        expected,
        observed,
        at,
        exchanges,
        evidence,
        List.of(),
        durationMs,
        topic + "/" + scenario);
  }

  /** One in a scenario. */
  public Finding(
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
      List<Aside> asides,
      long durationMs) {
    this(
        requirement,
        level,
        topic,
        scenario,
        title,
        verdict,
        expected,
        observed,
        at,
        exchanges,
        evidence,
        asides,
        durationMs,
        topic + "/" + scenario);
  }

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
        asides,
        durationMs,
        seenIn);
  }

  /** The worse of two about one requirement; the first where they are alike. */
  public static Finding worse(Finding a, Finding b) {
    return b.verdict().compareTo(a.verdict()) < 0 ? b : a;
  }

  /**
   * The exchanges up to the last one that it is about: what came behind that does not explain it.
   */
  public List<Exchange> upToThere() {
    if (exchanges.isEmpty()) {
      return evidence;
    }
    int last = exchanges.get(exchanges.size() - 1);
    return evidence.stream().filter(exchange -> exchange.number() <= last).toList();
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
