package org.bitstck.clients;

import org.bitstck.play.client.Report;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** Why an upload cannot go on: what its caller is told. */
public final class Failure extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String reason;
  private final int status;
  private final long error;
  private final long context;

  private Failure(String reason, int status, long error, long context, String message) {
    super(message);
    this.reason = reason;
    this.status = status;
    this.error = error;
    this.context = context;
  }

  /** Refused, reset, cut off. */
  public static Failure transport(Exception e) {
    return new Failure("transport", 0, -1, -1, String.valueOf(e.getMessage()));
  }

  public static Failure timeout(String what) {
    return new Failure("timeout", 0, -1, -1, what);
  }

  /** The local file cannot be read, or is another one by now. */
  public static Failure file(String what) {
    return new Failure("file", 0, -1, -1, what);
  }

  /** What came is of no use. */
  public static Failure invalid(String what) {
    return new Failure("invalid-answer", 0, -1, -1, what);
  }

  /** The answer breaks the rules. */
  public static Failure invalid(Answer answer, String what) {
    return new Failure("invalid-answer", answer.status(), -1, -1, what);
  }

  /** The server refused. */
  public static Failure refused(Answer answer) {
    return new Failure("http", answer.status(), answer.error(), answer.context(), "refused");
  }

  public boolean isTransport() {
    return reason.equals("transport");
  }

  public boolean isTimeout() {
    return reason.equals("timeout");
  }

  public Report report(Outcome outcome) {
    return new Report(outcome, reason, status, error, context, getMessage());
  }
}
