package org.bitstck.client.http;

import java.io.IOException;

/** Why a request got no usable answer. */
public final class ExchangeFailure extends IOException {
  private static final long serialVersionUID = 1;

  /** Sorts of failures. */
  public enum Kind {
    /** The connection could not be made. */
    CONNECT,
    /** The connection broke. */
    TRANSPORT,
    /** A timer ran off. */
    TIMEOUT,
    /** What came breaks the rules of the protocol, or of HTTP. */
    INVALID_ANSWER,
    /** A local file cannot be read or written, or has changed. */
    FILE,
    /** The caller wanted the exchange to stop. */
    ABORTED
  }

  private final Kind kind;

  public ExchangeFailure(Kind kind, String message, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  public static ExchangeFailure invalid(String message) {
    return new ExchangeFailure(Kind.INVALID_ANSWER, message, null);
  }

  public static ExchangeFailure file(String message) {
    return new ExchangeFailure(Kind.FILE, message, null);
  }

  public Kind kind() {
    return kind;
  }
}
