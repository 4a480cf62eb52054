package org.bitstck.play;

/**
 * Told when a wait for the peer turns out long, so that others may work meanwhile: waits overlap,
 * work does not.
 */
public interface Patience {
  /** Does nothing: for callers that have no others to think of. */
  Patience ALONE =
      new Patience() {
        @Override
        public void longWait() {}

        @Override
        public void over() {}
      };

  /** The wait goes on for longer than a busy peer needs. */
  void longWait();

  /** The wait is over; called once after each {@link #longWait}. */
  void over();
}
