package org.bitstck.client.http;

import java.net.SocketTimeoutException;
import java.time.Duration;

/** A moment until which something has to be done. */
final class Deadline {
  private final long at;
  private final String what;

  /**
   * Starts a timer.
   *
   * @param what for the message: what took too long
   */
  Deadline(Duration time, String what) {
    this.at = System.nanoTime() + time.toNanos();
    this.what = what;
  }

  /** Milliseconds that are left, at least 1. */
  int remainingMillis() throws SocketTimeoutException {
    long left = at - System.nanoTime();
    if (left <= 0) {
      throw new SocketTimeoutException(what);
    }
    return (int) Math.min(Integer.MAX_VALUE, left / 1_000_000 + 1);
  }

  String what() {
    return what;
  }
}
