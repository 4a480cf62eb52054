package org.bitstck.server.session;

import java.util.concurrent.atomic.AtomicLong;

/** The room that the unfinished uploads of one directory may take together. */
public final class Quota {
  private final AtomicLong used = new AtomicLong();

  /**
   * Takes room.
   *
   * @param bytes how much
   * @param limit of the directory, in bytes
   * @return false, and nothing is taken, if there is not enough
   */
  boolean reserve(long bytes, long limit) {
    while (true) {
      long now = used.get();
      if (bytes > limit - now) {
        return false;
      }
      if (used.compareAndSet(now, now + bytes)) {
        return true;
      }
    }
  }

  /** Takes room that is in use already, whatever the limit. */
  void take(long bytes) {
    used.addAndGet(bytes);
  }

  void release(long bytes) {
    used.addAndGet(-bytes);
  }
}
