package org.bitstck.engine;

import org.bitstck.judge.Finding;
import org.opentest4j.AssertionFailedError;

/** A check that did not pass, for whoever listens to the platform. */
public final class FindingError extends AssertionFailedError {
  private final transient Finding finding;

  private FindingError(Finding finding) {
    super(
        finding.verdict().text()
            + " "
            + finding.requirement().id()
            + ": "
            + finding.requirement().statement()
            + " | legal: "
            + finding.expected()
            + " | came: "
            + finding.observed()
            + " | "
            + finding.at());
    this.finding = finding;
    setStackTrace(new StackTraceElement[0]);
  }

  static void throwIfBad(Finding finding) {
    if (finding.verdict().isBad()) {
      throw new FindingError(finding);
    }
  }

  public Finding finding() {
    return finding;
  }
}
