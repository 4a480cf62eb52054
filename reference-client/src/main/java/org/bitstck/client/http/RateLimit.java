package org.bitstck.client.http;

import java.io.InterruptedIOException;

/** Keeps the sending below a number of bytes per second. */
public final class RateLimit {
  /** No limit. */
  public static final RateLimit NONE = new RateLimit(Long.MAX_VALUE);

  private static final long SLICES_PER_SECOND = 20;

  private final long bytesPerSecond;
  private long free = System.nanoTime();

  public RateLimit(long bytesPerSecond) {
    this.bytesPerSecond = bytesPerSecond;
  }

  public boolean limits() {
    return bytesPerSecond != Long.MAX_VALUE;
  }

  /** Bytes that go in that many seconds. */
  public long bytesIn(int seconds) {
    return limits() ? bytesPerSecond * seconds : Long.MAX_VALUE;
  }

  /** Waits until something may be sent, and says how much at most. */
  long permit(long wanted) throws InterruptedIOException {
    if (!limits()) {
      return wanted;
    }
    long wait = free - System.nanoTime();
    if (wait > 0) {
      try {
        Thread.sleep(wait / 1_000_000, (int) (wait % 1_000_000));
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted");
      }
    }
    return Math.min(wanted, Math.max(1, bytesPerSecond / SLICES_PER_SECOND));
  }

  void sent(long bytes) {
    if (limits()) {
      long now = System.nanoTime();
      // a pause is not made up for by a burst
      free = Math.max(free, now - 1_000_000_000L / SLICES_PER_SECOND);
      free += (long) (bytes * 1e9 / bytesPerSecond);
    }
  }
}
