package org.bitstck.junit;

import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/** Makes of findings what a test has to throw; the counterpart of the command line's exit code. */
final class Judgement {
  private final Settings settings;

  Judgement(Settings settings) {
    this.settings = settings;
  }

  /**
   * Returns if the subject passes.
   *
   * @param run for what is the same for all findings of the run
   * @param warnings takes those that there are
   */
  void of(List<Finding> findings, RunResult run, List<String> warnings) {
    findings.stream()
        .filter(finding -> finding.verdict() == Verdict.WARN)
        .forEach(finding -> warnings.add(FindingText.line(finding)));
    findings.stream()
        .filter(finding -> finding.verdict() == Verdict.KIT_ERROR)
        .findFirst()
        .ifPresent(
            finding -> {
              throw new IllegalStateException("bits-tck is at fault: " + finding.observed());
            });
    List<Finding> failures = findings.stream().filter(settings::isFailure).toList();
    List<Finding> unknown = failures.stream().filter(f -> !settings.isKnown(f)).toList();
    if (run.subjectBroken() && isOnly(unknown, Verdict.BLOCKED)) {
      throw new NotTested(unknown.get(0).observed());
    }
    if (!unknown.isEmpty()) {
      throw failure(unknown, run);
    }
    if (!failures.isEmpty()) {
      throw new NotTested(
          "known failure: "
              + failures.stream().map(FindingText::line).collect(Collectors.joining("; ")));
    }
    if (findings.isEmpty()) {
      throw new NotTested("nothing in it is judged in the profile " + run.profile().text());
    }
    if (isOnly(findings, Verdict.NOT_APPLICABLE)) {
      throw new NotTested(findings.get(0).observed());
    }
  }

  private static boolean isOnly(List<Finding> findings, Verdict verdict) {
    return !findings.isEmpty() && findings.stream().allMatch(f -> f.verdict() == verdict);
  }

  /** One test tells one lesson: that of the worst finding; the others follow in a line each. */
  private static NonConformance failure(List<Finding> failures, RunResult run) {
    List<Finding> sorted =
        failures.stream().sorted(Comparator.comparing(Finding::verdict)).toList();
    Finding worst = sorted.get(0);
    String others =
        sorted.stream()
            .skip(1)
            .map(finding -> System.lineSeparator() + "also " + FindingText.line(finding))
            .collect(Collectors.joining());
    return new NonConformance(
        FindingText.lesson(worst, run) + others, worst.expected(), worst.observed());
  }
}
