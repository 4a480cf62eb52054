package org.bitstck.engine;

import java.util.concurrent.Semaphore;
import org.bitstck.play.Patience;

/**
 * Lets so many scenarios work at once. One that waits for a silent peer gives its slot away, so
 * that the waits of many scenarios overlap and the work does not pile up.
 */
public final class Slots implements Patience {
  private final Semaphore free;

  /**
   * @param jobs how many may work at once
   */
  public Slots(int jobs) {
    this.free = new Semaphore(jobs, true);
  }

  /** Waits for a slot. */
  public void take() {
    free.acquireUninterruptibly();
  }

  /** Gives a slot back. */
  public void give() {
    free.release();
  }

  @Override
  public void longWait() {
    give();
  }

  @Override
  public void over() {
    take();
  }
}
