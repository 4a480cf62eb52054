package org.bitstck.judge;

import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.PlayedScenario;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.Scenario;

/**
 * The checks of scenarios in a profile: which there are, and what is said of each.
 *
 * @param catalogue knows the requirements of all scenarios
 */
public record Checks(Catalogue catalogue, Profile profile) {

  /** Whether the profile has anything to say of an expectation. */
  public boolean include(Expectation expectation) {
    return !expectation.legal(profile).isEmpty();
  }

  /**
   * What is said of a check by what came.
   *
   * @param about numbers of the exchanges that show it; empty where it is the whole that does
   */
  public Finding finding(
      PlayedScenario played, Expectation expectation, Outcome outcome, List<Integer> about) {
    Verdict verdict = outcome.verdict(requirement(expectation).level(profile));
    return finding(played, expectation, verdict, outcome.observed(), about);
  }

  /** What is said of a check to which it did not come. */
  public Finding blocked(PlayedScenario played, Expectation expectation, String why) {
    return blocked(played, expectation, why, List.of());
  }

  /**
   * What is said of a check that could not be made.
   *
   * @param about numbers of the exchanges that show why
   */
  public Finding blocked(
      PlayedScenario played, Expectation expectation, String why, List<Integer> about) {
    return finding(played, expectation, Verdict.BLOCKED, "not tested: " + why, about);
  }

  /** All checks of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(Scenario scenario, Verdict verdict, String reason) {
    PlayedScenario nothing = new NotPlayed(scenario);
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Expectation expectation : scenario.expectations()) {
      if (include(expectation)) {
        findings.putIfAbsent(
            expectation.requirement(), finding(nothing, expectation, verdict, reason, List.of()));
      }
    }
    return List.copyOf(findings.values());
  }

  private record NotPlayed(Scenario scenario) implements PlayedScenario {
    @Override
    public List<Exchange> evidence() {
      return List.of();
    }

    @Override
    public Duration duration() {
      return Duration.ZERO;
    }
  }

  private Finding finding(
      PlayedScenario played,
      Expectation expectation,
      Verdict verdict,
      String observed,
      List<Integer> about) {
    Requirement requirement = requirement(expectation);
    Level level = requirement.level(profile);
    Scenario scenario = played.scenario();
    boolean shown = verdict != Verdict.PASS;
    return new Finding(
        requirement,
        level,
        scenario.topic(),
        scenario.name(),
        scenario.title(),
        verdict,
        expectation.describe(profile),
        observed,
        expectation.at(),
        about,
        shown ? played.evidence() : List.of(),
        shown ? played.asides() : List.of(),
        played.duration().toMillis());
  }

  private Requirement requirement(Expectation expectation) {
    return catalogue.find(expectation.requirement()).orElseThrow();
  }
}
