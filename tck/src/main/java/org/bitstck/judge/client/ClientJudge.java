package org.bitstck.judge.client;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.Verdict;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.client.ClientScenario;

/** Judges what a client did in a scenario, one finding per requirement. */
public final class ClientJudge {
  private final Catalogue catalogue;
  private final Profile profile;

  public ClientJudge(Catalogue catalogue, Profile profile) {
    this.catalogue = catalogue;
    this.profile = profile;
  }

  /** The findings of a scenario that was played, at most one per requirement. */
  public List<Finding> judge(Recording recording) {
    ClientSeen seen = ClientSeen.inScenario(recording);
    List<Exchange> all = recording.requests().stream().map(Recorded::exchange).toList();
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Expectation expectation : judged(recording.scenario())) {
      Outcome outcome = Outcome.of(expectation, profile, seen);
      Verdict verdict = outcome.verdict(requirement(expectation).level(profile));
      Finding finding =
          finding(
              recording.scenario(),
              expectation,
              verdict,
              outcome.observed(),
              numbers(outcome),
              verdict == Verdict.PASS ? List.of() : all,
              verdict == Verdict.PASS ? List.of() : recording.asides(),
              recording.duration().toMillis());
      findings.merge(expectation.requirement(), finding, Finding::worse);
    }
    return List.copyOf(findings.values());
  }

  /** All requirements of a scenario that was not played, with the reason. */
  public List<Finding> notPlayed(ClientScenario scenario, Verdict verdict, String reason) {
    Map<String, Finding> findings = new LinkedHashMap<>();
    for (Expectation expectation : judged(scenario)) {
      findings.putIfAbsent(
          expectation.requirement(),
          finding(scenario, expectation, verdict, reason, List.of(), List.of(), List.of(), 0));
    }
    return List.copyOf(findings.values());
  }

  private List<Expectation> judged(ClientScenario scenario) {
    return scenario.expectations().stream().filter(e -> !e.legal(profile).isEmpty()).toList();
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

  private Finding finding(
      ClientScenario scenario,
      Expectation expectation,
      Verdict verdict,
      String observed,
      List<Integer> numbers,
      List<Exchange> evidence,
      List<Aside> asides,
      long durationMs) {
    Requirement requirement = requirement(expectation);
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
        numbers,
        evidence,
        asides,
        durationMs);
  }

  private Requirement requirement(Expectation expectation) {
    return catalogue.find(expectation.requirement()).orElseThrow();
  }
}
