package org.bitstck.load;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Says when the next upload may begin. Safe for several threads. */
final class Pace {
  /** So soon an end that comes meanwhile is noticed. */
  private static final long LONGEST_NAP = TimeUnit.MILLISECONDS.toNanos(50);

  private final long start = System.nanoTime();
  private final long endNanos;
  private final double intervalNanos;
  private final int most;
  private final AtomicInteger begun = new AtomicInteger();
  private final AtomicBoolean over = new AtomicBoolean();

  Pace(LoadPlan plan) {
    this.endNanos = plan.time().toNanos();
    this.intervalNanos = TimeUnit.SECONDS.toNanos(1) / plan.perSecond();
    this.most = plan.uploads();
  }

  /**
   * Waits until the next upload may begin.
   *
   * @return its number, from 0; -1 if no more may
   */
  int next() {
    int number = begun.getAndUpdate(n -> n < most ? n + 1 : n);
    if (number >= most) {
      return -1;
    }
    long due = (long) (number * intervalNanos);
    for (long now = now(); now < due && due <= endNanos && !over.get(); now = now()) {
      LockSupport.parkNanos(Math.min(due - now, LONGEST_NAP));
    }
    return over.get() || Math.max(due, now()) > endNanos ? -1 : number;
  }

  private long now() {
    return System.nanoTime() - start;
  }

  /** No more uploads begin. */
  void end() {
    over.set(true);
  }
}
