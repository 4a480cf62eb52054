package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Files;
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

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the reports (default: bits-tck-report)")
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

  /** Before anything is played: what a run found is not to be lost for want of a folder. */
  void check() {
    if (writeKnown == null) {
      return;
    }
    Path parent = writeKnown.toAbsolutePath().getParent();
    if (Files.isDirectory(writeKnown) || !Files.isWritable(parent)) {
      throw new UserError(
          "--write-known-failures: '"
              + writeKnown
              + "' cannot be written: "
              + (Files.isDirectory(parent)
                  ? "it is a folder, or access is denied"
                  : "there is no folder '" + parent + "'"));
    }
  }

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
