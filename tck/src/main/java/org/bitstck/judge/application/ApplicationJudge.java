package org.bitstck.judge.application;

import java.util.List;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Checks;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.StepFindings;
import org.bitstck.judge.Verdict;
import org.bitstck.play.application.ToldScenario;
import org.bitstck.play.application.ToldStep;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep;

/** Judges what a server application did in a scenario, one finding per requirement. */
public final class ApplicationJudge {
  private final Checks checks;

  public ApplicationJudge(Catalogue catalogue, Profile profile) {
    this.checks = new Checks(catalogue, profile);
  }

  /** The findings of a scenario that was played, at most one per requirement. */
  public List<Finding> judge(ToldScenario all) {
    StepFindings findings = new StepFindings();
    for (ApplicationStep step : all.scenario().steps()) {
      for (Expectation expectation : step.expectations()) {
        if (checks.include(expectation)) {
          Finding finding =
              findings.blocked() != null
                  ? checks.blocked(all, expectation, findings.blocked())
                  : judge(all, step, expectation);
          findings.add(finding, step.label(), step.at());
        }
      }
      boolean stoppedHere = all.stop() != null && all.stop().at() == step;
      findings.endOfStep(stoppedHere ? reason(all) : null);
    }
    return findings.all();
  }

  /** All requirements of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(ApplicationScenario scenario, Verdict verdict, String reason) {
    return checks.notPlayed(scenario, verdict, reason);
  }

  private static String reason(ToldScenario all) {
    return all.stop().reason() + " (" + all.stop().at().at() + ")";
  }

  private Finding judge(ToldScenario all, ApplicationStep step, Expectation expectation) {
    ToldStep told = all.record(step);
    if (told == null) {
      return checks.blocked(all, expectation, reason(all));
    }
    if (told.detail() != null) {
      return checks.blocked(all, expectation, told.detail());
    }
    Outcome outcome = Outcome.of(expectation, checks.profile(), new ApplicationSeen(told));
    List<Integer> about = told.exchanges().stream().map(Exchange::number).toList();
    return checks.finding(all, expectation, outcome, about);
  }
}
