package org.bitstck.load;

import java.time.Duration;

/**
 * How much is asked of a server.
 *
 * @param sessions uploads under way at once
 * @param uploads begun at most
 * @param perSecond uploads begun in a second at most
 * @param time no upload begins later than that
 * @param bytes of each file
 * @param fragment bytes of each FRAGMENT but the last
 */
public record LoadPlan(
    int sessions, int uploads, double perSecond, Duration time, long bytes, long fragment) {
  /** More threads than that measure themselves. */
  public static final int MOST_SESSIONS = 1000;

  private static final int MOST_FRAGMENTS = 1000;
  private static final double MOST_PER_SECOND = 100_000;
  private static final Duration LONGEST = Duration.ofHours(24);

  /** Bodies of uploads under way are kept until they are judged. */
  private static final int SHARE_OF_MEMORY = 4;

  /**
   * @throws IllegalArgumentException if that cannot be; the message is for the user
   */
  public LoadPlan {
    check(
        sessions >= 1 && sessions <= MOST_SESSIONS,
        "--sessions takes a number from 1 to " + MOST_SESSIONS);
    check(uploads >= 1, "--uploads takes a number from 1 on");
    check(
        perSecond > 0 && perSecond <= MOST_PER_SECOND,
        "--rate takes a number of uploads per second, up to " + (int) MOST_PER_SECOND);
    check(!time.isZero() && time.compareTo(LONGEST) <= 0, "--for takes a time of up to 24 hours");
    check(bytes >= 1 && fragment >= 1, "--size and --fragment take sizes from 1 byte on");
    check(
        (bytes + fragment - 1) / fragment <= MOST_FRAGMENTS,
        "more than " + MOST_FRAGMENTS + " fragments in an upload: --fragment is too small");
    long memory = Runtime.getRuntime().maxMemory() / SHARE_OF_MEMORY;
    check(
        bytes <= memory / sessions,
        sessions
            + " uploads of "
            + bytes
            + " bytes at once do not fit into the memory: fewer --sessions, a smaller --size, or"
            + " JAVA_OPTS=-Xmx…");
  }

  private static void check(boolean holds, String message) {
    if (!holds) {
      throw new IllegalArgumentException(message);
    }
  }
}
