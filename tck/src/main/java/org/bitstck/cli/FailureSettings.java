package org.bitstck.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.report.KnownFailures;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import picocli.CommandLine.Option;

/** The options that say what breaks a run. */
final class FailureSettings {
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

  /** From which level on a broken requirement breaks the run. */
  enum FailOn {
    MUST,
    SHOULD
  }

  boolean knows() {
    return knownFile != null;
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
