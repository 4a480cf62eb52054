package org.bitstck.prove;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/**
 * What a run said of a peer, reduced to what a proof needs.
 *
 * @param accusations by requirement: what was failed, warned of, or noted
 * @param verdicts the worst of each requirement that was judged
 * @param reasons why requirements were not applicable
 * @param checks how many there were of each verdict
 * @param kitErrors checks that the kit itself broke, in words
 * @param played scenarios
 */
public record Heard(
    Map<String, Accusation> accusations,
    Map<String, Verdict> verdicts,
    Map<String, String> reasons,
    Map<Verdict, Integer> checks,
    List<String> kitErrors,
    int played,
    long millis) {

  static Heard of(RunResult result) {
    Map<String, List<Finding>> byRequirement = new TreeMap<>();
    Map<Verdict, Integer> checks = new EnumMap<>(Verdict.class);
    List<String> kitErrors = new ArrayList<>();
    for (Finding finding : result.findings()) {
      byRequirement
          .computeIfAbsent(finding.requirement().id(), id -> new ArrayList<>())
          .add(finding);
      checks.merge(finding.verdict(), 1, Integer::sum);
      if (finding.verdict() == Verdict.KIT_ERROR) {
        kitErrors.add(finding.checkId() + ": " + finding.observed());
      }
    }
    Map<String, Accusation> accusations = new LinkedHashMap<>();
    Map<String, Verdict> verdicts = new TreeMap<>();
    Map<String, String> reasons = new TreeMap<>();
    byRequirement.forEach(
        (id, findings) -> {
          Verdict worst =
              findings.stream().map(Finding::verdict).reduce(Verdict::worse).orElseThrow();
          verdicts.put(id, worst);
          if (worst == Verdict.NOT_APPLICABLE) {
            reasons.put(id, findings.get(0).observed());
          }
          accusation(findings).ifPresent(accusation -> accusations.put(id, accusation));
        });
    return new Heard(
        accusations,
        verdicts,
        reasons,
        checks,
        kitErrors,
        result.played(),
        result.duration().toMillis());
  }

  private static Optional<Accusation> accusation(List<Finding> findings) {
    for (Verdict verdict : List.of(Verdict.FAIL, Verdict.WARN, Verdict.INFO)) {
      List<Finding> same = findings.stream().filter(f -> f.verdict() == verdict).toList();
      if (!same.isEmpty()) {
        return Optional.of(
            new Accusation(
                same.get(0).requirement().id(),
                same.get(0).level(),
                verdict,
                same.stream().map(Accusation.Check::of).toList()));
      }
    }
    return Optional.empty();
  }

  /** Checks that came to no result. */
  public int blocked() {
    return checks.getOrDefault(Verdict.BLOCKED, 0) + checks.getOrDefault(Verdict.SUBJECT_ERROR, 0);
  }

  /** Whether nothing at all stands against the peer. */
  boolean isClean() {
    return kitErrors.isEmpty()
        && blocked() == 0
        && accusations.values().stream().noneMatch(a -> a.verdict() != Verdict.INFO);
  }
}
