package org.bitstck.play.wire;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/**
 * How long an answer is waited for. The whole limit at first; once a server has let it pass several
 * times, many times what it needs when it does answer: silence is then its habit, and there is
 * nothing to learn from waiting on.
 */
final class AnswerDeadline {
  private static final int HABIT = 8;
  private static final int TIMES_THE_SLOWEST = 5;
  private static final Duration LEAST = Duration.ofSeconds(1);

  private final Duration limit;
  private final AtomicInteger silences = new AtomicInteger();
  private final AtomicLong slowestNanos = new AtomicLong();

  AnswerDeadline(Duration limit) {
    this.limit = limit;
  }

  /** The deadline for the next first byte. */
  Duration now() {
    if (silences.get() < HABIT) {
      return limit;
    }
    Duration scaled = Duration.ofNanos(slowestNanos.get()).multipliedBy(TIMES_THE_SLOWEST);
    Duration enough = scaled.compareTo(LEAST) > 0 ? scaled : LEAST;
    return enough.compareTo(limit) < 0 ? enough : limit;
  }

  /** A first byte came after so long, in nanoseconds. */
  void answered(long nanos) {
    slowestNanos.accumulateAndGet(nanos, Math::max);
  }

  /** None came in time. */
  void silent() {
    silences.incrementAndGet();
  }
}
