package org.bitstck.play.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * How long to wait for a body whose length nobody told: without a length only silence or the end of
 * the connection tells that it is over. Where a peer never states a length and never sends a body
 * either, as many small servers do, the wait for nothing becomes short. Safe for several threads.
 */
final class Quiet {
  private static final Duration LONG = Duration.ofMillis(150);
  private static final Duration SHORT = Duration.ofMillis(5);

  /** So many Acks without length and body make a habit. */
  private static final int HABIT = 10;

  private static final int NEVER = Integer.MIN_VALUE / 2;

  private final AtomicInteger emptyInARow = new AtomicInteger();

  /**
   * The time to wait for the first byte of a body.
   *
   * @param packet false for a download, whose body is what is wanted
   */
  Duration beforeBody(boolean packet) {
    return packet && emptyInARow.get() >= HABIT ? SHORT : LONG;
  }

  /** The time to wait for further bytes. */
  Duration withinBody() {
    return LONG;
  }

  /** Tells what came of an answer to a packet. */
  void came(int bodyBytes) {
    if (bodyBytes == 0) {
      emptyInARow.incrementAndGet();
    } else {
      emptyInARow.set(NEVER);
    }
  }
}
