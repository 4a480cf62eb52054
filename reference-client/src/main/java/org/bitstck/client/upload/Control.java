package org.bitstck.client.upload;

/** What the caller wants of an upload that runs. Thread-safe. */
final class Control {
  /** Wishes; a stronger one is not taken back by a weaker one. */
  enum Wish {
    RUN,
    PAUSE,
    CANCEL
  }

  private Wish wish = Wish.RUN;

  /** Reads the wish and forgets it. */
  synchronized Wish take() {
    Wish taken = wish;
    wish = Wish.RUN;
    return taken;
  }

  synchronized Wish wish() {
    return wish;
  }

  synchronized void ask(Wish next) {
    if (next.compareTo(wish) > 0) {
      wish = next;
      notifyAll();
    }
  }

  synchronized void forgetPause() {
    if (wish == Wish.PAUSE) {
      wish = Wish.RUN;
    }
  }

  /** Whether the upload should stop. */
  boolean stopping() {
    return wish() != Wish.RUN;
  }

  /** Waits for that long, or until a wish. */
  synchronized void pause(long millis) {
    long end = System.nanoTime() + millis * 1_000_000;
    try {
      while (wish == Wish.RUN) {
        long left = (end - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          return;
        }
        wait(left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      wish = Wish.PAUSE;
    }
  }
}
