package org.bitstck.judge.application;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.Verdict;
import org.bitstck.play.application.ToldScenario;
import org.bitstck.play.application.ToldStep;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep;

/**
 * Judges what a server application did in a scenario, one finding per requirement. Behind a broken
 * MUST or a set-up step that failed nothing counts.
 */
public final class ApplicationJudge {
  private final Catalogue catalogue;
  private final Profile profile;

  public ApplicationJudge(Catalogue catalogue, Profile profile) {
    this.catalogue = catalogue;
    this.profile = profile;
  }

  /** The findings of a scenario that was played, at most one per requirement. */
  public List<Finding> judge(ToldScenario all) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    String blocked = null;
    for (ApplicationStep step : all.scenario().steps()) {
      String failed = null;
      for (Expectation expectation : step.expectations()) {
        if (expectation.legal(profile).isEmpty()) {
          continue;
        }
        Finding finding =
            blocked != null ? blocked(all, expectation, blocked) : judge(all, step, expectation);
        findings.merge(expectation.requirement(), finding, ApplicationJudge::worse);
        if (finding.verdict() == Verdict.FAIL) {
          failed = expectation.requirement() + " failed before, at " + where(step);
        }
      }
      if (blocked == null) {
        boolean stoppedHere = all.stop() != null && all.stop().at() == step;
        blocked = failed != null ? failed : stoppedHere ? reason(all) : null;
      }
    }
    return List.copyOf(findings.values());
  }

  /** What was found wanting cannot come off worse by what could not be tested any more. */
  private static Finding worse(Finding before, Finding now) {
    boolean settled =
        now.verdict() == Verdict.BLOCKED
            && !before.level().isMust()
            && (before.verdict() == Verdict.WARN || before.verdict() == Verdict.INFO);
    return settled ? before : Finding.worse(before, now);
  }

  private static String where(ApplicationStep step) {
    return step.label() + " (" + step.at() + ")";
  }

  private static String reason(ToldScenario all) {
    return all.stop().reason() + " (" + all.stop().at().at() + ")";
  }

  private Finding judge(ToldScenario all, ApplicationStep step, Expectation expectation) {
    ToldStep told = all.record(step);
    if (told == null) {
      return blocked(all, expectation, reason(all));
    }
    if (told.detail() != null) {
      return blocked(all, expectation, told.detail());
    }
    Outcome outcome = Outcome.of(expectation, profile, new ApplicationSeen(told));
    Verdict verdict = outcome.verdict(requirement(expectation).level(profile));
    return finding(all, expectation, verdict, outcome.observed(), told.exchanges());
  }

  private Finding blocked(ToldScenario all, Expectation expectation, String why) {
    return finding(all, expectation, Verdict.BLOCKED, "not tested: " + why, List.of());
  }

  /** All requirements of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(ApplicationScenario scenario, Verdict verdict, String reason) {
    ToldScenario nothing = new ToldScenario(scenario, List.of(), null, java.time.Duration.ZERO);
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Expectation expectation : scenario.expectations()) {
      if (!expectation.legal(profile).isEmpty()) {
        findings.putIfAbsent(
            expectation.requirement(), finding(nothing, expectation, verdict, reason, List.of()));
      }
    }
    return List.copyOf(findings.values());
  }

  private Finding finding(
      ToldScenario all,
      Expectation expectation,
      Verdict verdict,
      String observed,
      List<Exchange> about) {
    Requirement requirement = requirement(expectation);
    ApplicationScenario scenario = all.scenario();
    return new Finding(
        requirement,
        requirement.level(profile),
        scenario.topic(),
        scenario.name(),
        scenario.title(),
        verdict,
        expectation.describe(profile),
        observed,
        expectation.at(),
        about.stream().map(Exchange::number).toList(),
        verdict == Verdict.PASS ? List.of() : all.exchanges(),
        all.duration().toMillis());
  }

  private Requirement requirement(Expectation expectation) {
    return catalogue.find(expectation.requirement()).orElseThrow();
  }
}
