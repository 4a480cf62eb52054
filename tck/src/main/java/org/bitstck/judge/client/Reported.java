package org.bitstck.judge.client;

import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.ReportIs;

/** Judges what a client told its caller. */
record Reported(Recording recording) {

  /** How it ended for the caller. */
  Outcome last() {
    if (recording.last() != null) {
      return recording.last().outcome();
    }
    boolean silent = !recording.reports() && recording.stop() == null;
    return silent ? Outcome.UNKNOWN : Outcome.NONE;
  }

  /** It told of a success, or where it cannot tell, the file is there. */
  boolean isSuccess() {
    return last() == Outcome.SUCCESS || (last() == Outcome.UNKNOWN && isPublished());
  }

  private boolean isPublished() {
    return recording.published() != null || Boolean.TRUE.equals(recording.publishedLikeFile());
  }

  Fit outcome(OutcomeIs is) {
    if (last() == Outcome.UNKNOWN) {
      return Fit.unknown("the way in which the client is driven shows no outcome");
    }
    return is.outcomes().contains(last()) ? Fit.HOLDS : Fit.wrong(Words.outcome(recording));
  }

  /** The last failure that it told of, or else what it told that is no success; null if nothing. */
  private Report failure() {
    Report failure = null;
    for (Report report : recording.outcomes()) {
      boolean other = failure == null || failure.outcome() != Outcome.FAILED;
      if (report.outcome() == Outcome.FAILED || (other && report.outcome() != Outcome.SUCCESS)) {
        failure = report;
      }
    }
    return failure;
  }

  Fit details(ReportIs is) {
    if (!recording.reports() || last() == Outcome.UNKNOWN) {
      return Fit.unknown("the way in which the client is driven shows no details of a failure");
    }
    Report report = failure();
    if (report == null) {
      return Fit.wrong(Words.outcome(recording));
    }
    if (is.status() != 0 && is.status() != report.status()) {
      return Fit.wrong("status " + (report.status() == 0 ? "not" : report.status()) + " reported");
    }
    if (is.error() >= 0 && is.error() != report.error()) {
      return Fit.wrong(
          report.error() < 0
              ? "error not reported"
              : String.format("error 0x%08X reported", report.error()));
    }
    if (is.context() >= 0 && is.context() != report.context()) {
      return Fit.wrong(
          report.context() < 0
              ? "context not reported"
              : String.format("context 0x%X reported", report.context()));
    }
    // a client need not say what kind of failure it was
    return is.cause() == null || report.cause() == null || is.cause().equals(report.cause())
        ? Fit.HOLDS
        : Fit.wrong("cause " + report.cause() + " reported");
  }
}
