package org.bitstck.client.upload;

import java.time.Duration;

/**
 * What is tried again without asking.
 *
 * @param retries how often in a row; 0 for never
 * @param delay before the first one; it doubles from one to the next
 * @param longest delay
 * @param serverErrors whether a 5xx of the server is retried as a broken connection is
 */
public record RetryPolicy(int retries, Duration delay, Duration longest, boolean serverErrors) {
  /** Everything is reported at once. */
  public static final RetryPolicy NONE =
      new RetryPolicy(0, Duration.ofMillis(100), Duration.ofSeconds(1), false);

  /** Milliseconds to wait before a retry, which is counted from 0. */
  long waitMillis(int retry) {
    long factor = 1L << Math.min(retry, 20);
    return Math.min(longest.toMillis(), delay.toMillis() * factor);
  }
}
