package org.bitstck.engine;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/** Ends a run whose subject is gone, instead of waiting for it once per scenario. */
public final class Breaker {
  /** So many scenarios in a row without any answer make the kit ask whether it is still there. */
  private static final int SUSPICIOUS = 4;

  private final BooleanSupplier alive;
  private final AtomicInteger inARow = new AtomicInteger();
  private volatile String gone;

  /**
   * @param alive asks the subject for any answer at all
   */
  public Breaker(BooleanSupplier alive) {
    this.alive = alive;
  }

  /** Why the run is over; empty while the subject lives. */
  public Optional<String> gone() {
    return Optional.ofNullable(gone);
  }

  /**
   * Told of each scenario when it was played.
   *
   * @param sign whether there was any sign of life in a scenario
   * @param death what is said of a subject that turns out to be gone
   */
  public void watch(boolean sign, Supplier<String> death) {
    if (sign) {
      inARow.set(0);
    } else if (inARow.incrementAndGet() >= SUSPICIOUS) {
      ask(death);
    }
  }

  private synchronized void ask(Supplier<String> death) {
    if (gone == null && inARow.get() >= SUSPICIOUS) {
      if (alive.getAsBoolean()) {
        inARow.set(0);
      } else {
        gone = death.get();
      }
    }
  }
}
