package org.bitstck.judge.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.judge.Checks;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.Verdict;
import org.bitstck.play.client.Recording;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.client.ClientScenario;

/** Judges what a client did in a scenario, one finding per requirement. */
public final class ClientJudge {
  private final Checks checks;

  public ClientJudge(Catalogue catalogue, Profile profile) {
    this.checks = new Checks(catalogue, profile);
  }

  /** The findings of a scenario that was played, at most one per requirement. */
  public List<Finding> judge(Recording recording) {
    ClientSeen seen = ClientSeen.inScenario(recording);
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Expectation expectation : recording.scenario().expectations()) {
      if (checks.include(expectation)) {
        Outcome outcome = Outcome.of(expectation, checks.profile(), seen);
        Finding finding = checks.finding(recording, expectation, outcome, numbers(outcome));
        findings.merge(expectation.requirement(), finding, Finding::worse);
      }
    }
    return List.copyOf(findings.values());
  }

  /** All requirements of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(ClientScenario scenario, Verdict verdict, String reason) {
    return checks.notPlayed(scenario, verdict, reason);
  }

  /** The exchanges that show what is wrong; none where it is the whole that does. */
  static List<Integer> numbers(Outcome outcome) {
    Set<Integer> numbers = new TreeSet<>();
    for (Fit fit : outcome.wrong()) {
      if (fit.exchanges().isEmpty()) {
        return List.of();
      }
      numbers.addAll(fit.exchanges());
    }
    return List.copyOf(numbers);
  }
}
