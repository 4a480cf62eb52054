package org.bitstck.client.upload;

import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.ServerError;

/**
 * Why an upload does not go on.
 *
 * @param cause sort
 * @param error what the server said, null if it did not answer
 * @param ack whether a BITS server said it
 * @param message for people
 */
public record Failure(Cause cause, ServerError error, boolean ack, String message) {

  /** Sorts of failures. */
  public enum Cause {
    HTTP("http"),
    TRANSPORT("transport"),
    TIMEOUT("timeout"),
    FILE("file"),
    INVALID_ANSWER("invalid-answer");

    private final String text;

    Cause(String text) {
      this.text = text;
    }

    @Override
    public String toString() {
      return text;
    }
  }

  /** The server answered, but not with a success. */
  public static Failure refused(String what, Ack ack) {
    String message = what + " was refused: " + ack.error();
    if (!ack.valid()) {
      message += " (not from a BITS server)";
    }
    return new Failure(Cause.HTTP, ack.error(), ack.valid(), message);
  }

  /** No usable answer came. */
  public static Failure of(ExchangeFailure e) {
    Cause cause =
        switch (e.kind()) {
          case CONNECT, TRANSPORT, ABORTED -> Cause.TRANSPORT;
          case TIMEOUT -> Cause.TIMEOUT;
          case FILE -> Cause.FILE;
          case INVALID_ANSWER -> Cause.INVALID_ANSWER;
        };
    return new Failure(cause, null, false, e.getMessage());
  }

  /** The server could not be used, or not be reached. */
  public boolean ofTransport() {
    return cause == Cause.TRANSPORT || cause == Cause.TIMEOUT;
  }

  /** The server does not know the session any more. */
  public boolean sessionLost() {
    return ack && error.sessionLost();
  }
}
