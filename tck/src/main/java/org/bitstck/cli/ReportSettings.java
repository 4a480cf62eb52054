package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.judge.Finding;
import org.bitstck.report.KnownFailures;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what is told of a run, what is kept of it, and what breaks it. */
final class ReportSettings {
  @Mixin private FailureSettings failures = new FailureSettings();

  @Option(
      names = "--write-known-failures",
      paramLabel = "FILE",
      description = "write the failures of this run as such a list")
  Path writeKnown;

  @Option(names = "--out", paramLabel = "DIR", description = "folder for the reports")
  private Path out = Path.of("bits-tck-report");

  @Option(
      names = "--report",
      paramLabel = "REPORT",
      split = ",",
      completionCandidates = Candidates.Reports.class,
      description = "reports to write: ${COMPLETION-CANDIDATES}")
  private List<String> reports = List.of();

  @Option(names = "--trace", description = "print the bytes of each finding")
  boolean trace;

  @Option(names = "--quiet", description = "print the verdict only")
  boolean quiet;

  ReportFiles files(UnaryOperator<String> again) {
    return ReportFiles.of(reports, out, again);
  }

  KnownFailures known() throws IOException {
    return failures.known();
  }

  /** Whether there is a list of known failures, which speaks of the whole suite. */
  boolean knowsFailures() {
    return failures.knows();
  }

  boolean isFailure(Finding finding) {
    return failures.isFailure(finding);
  }
}
