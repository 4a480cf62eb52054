package org.bitstck.junit;

import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** How an upload ended, as the client tells its caller. */
public final class UploadOutcome {
  /** All of it has arrived. */
  public static final UploadOutcome SUCCESS = new UploadOutcome(Report.of(Outcome.SUCCESS, ""));

  /** It can be gone on with. */
  public static final UploadOutcome PAUSED = new UploadOutcome(Report.of(Outcome.PAUSED, ""));

  /** It was given up. */
  public static final UploadOutcome CANCELLED = new UploadOutcome(Report.of(Outcome.CANCELLED, ""));

  /** Why an upload failed. */
  public enum Cause {
    /** The server refused. */
    HTTP,
    /** The connection broke, or there was none. */
    TRANSPORT,
    /** The server was too slow. */
    TIMEOUT,
    /** The file could not be read, or has changed. */
    FILE,
    /** What came breaks the protocol. */
    INVALID_ANSWER
  }

  private final Report report;

  private UploadOutcome(Report report) {
    this.report = report;
  }

  /** A failure of which nothing else is known. */
  public static UploadOutcome failed(String message) {
    return new UploadOutcome(Report.of(Outcome.FAILED, String.valueOf(message)));
  }

  /** A failure by that cause. */
  public static UploadOutcome failed(Cause cause, String message) {
    String word = cause.name().toLowerCase(java.util.Locale.ROOT).replace('_', '-');
    return new UploadOutcome(new Report(Outcome.FAILED, word, 0, -1, -1, String.valueOf(message)));
  }

  /** The same with the HTTP status that the client tells; for those that declare {@code REPORT}. */
  public UploadOutcome withStatus(int status) {
    return new UploadOutcome(
        new Report(
            report.outcome(),
            report.cause(),
            status,
            report.error(),
            report.context(),
            report.message()));
  }

  /**
   * The same with the error that the client tells.
   *
   * @param error HRESULT as the server sent it, 32 bits without a sign
   * @param context as the server sent it; -1 if it sent none
   */
  public UploadOutcome withError(long error, long context) {
    return new UploadOutcome(
        new Report(
            report.outcome(), report.cause(), report.status(), error, context, report.message()));
  }

  Report report() {
    return report;
  }

  @Override
  public String toString() {
    return report.describe();
  }
}
