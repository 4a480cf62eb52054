package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.report.KnownFailures;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import picocli.CommandLine.Option;

/** The options that say what is told of a run, what is kept of it, and what breaks it. */
final class ReportSettings {
  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "must (default), or should: warnings break the run as well")
  private FailOn failOn = FailOn.MUST;

  @Option(
      names = "--known-failures",
      paramLabel = "FILE",
      description = "failures that are expected; one that passes breaks the run")
  private Path knownFile;

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

  /** From which level on a broken requirement breaks the run. */
  enum FailOn {
    MUST,
    SHOULD
  }

  ReportFiles files(UnaryOperator<String> again) {
    return ReportFiles.of(reports, out, again);
  }

  KnownFailures known() throws IOException {
    if (knownFile == null) {
      return KnownFailures.none();
    }
    if (!Files.isReadable(knownFile) || Files.isDirectory(knownFile)) {
      throw new UserError("there is no list of known failures to read at '" + knownFile + "'");
    }
    String text = Yaml.textOf(knownFile);
    return KnownFailures.read(new Source(knownFile.toString(), text), text);
  }

  boolean isFailure(Finding finding) {
    return finding.verdict().isBad()
        || (failOn == FailOn.SHOULD && finding.verdict() == Verdict.WARN);
  }
}
