package org.bitstck.client.command;

import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;

/** How the command ends. */
public final class ExitCode {
  public static final int SUCCESS = 0;
  public static final int REFUSED = 1;
  public static final int USAGE = 2;
  public static final int TRANSPORT = 3;
  public static final int TIMEOUT = 4;
  public static final int FILE = 5;
  public static final int PAUSED = 6;
  public static final int CANCELLED = 130;

  private ExitCode() {}

  static int of(Outcome outcome) {
    return switch (outcome.kind()) {
      case SUCCESS -> SUCCESS;
      case PAUSED -> PAUSED;
      case CANCELLED -> CANCELLED;
      case FAILED -> of(outcome.failure().cause());
    };
  }

  private static int of(Failure.Cause cause) {
    return switch (cause) {
      case HTTP, INVALID_ANSWER -> REFUSED;
      case TRANSPORT -> TRANSPORT;
      case TIMEOUT -> TIMEOUT;
      case FILE -> FILE;
    };
  }
}
