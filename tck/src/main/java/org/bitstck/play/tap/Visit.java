package org.bitstck.play.tap;

import org.bitstck.scenario.WireFault;

/** One request in the hands of its scene. Used by one thread, in the order of the methods. */
public interface Visit {
  /** What happens to it on the wire. */
  WireFault fault();

  /** Where its body goes. */
  BodySink body();

  /**
   * It was read, as far as it is read; returns when it may be answered.
   *
   * @param asked whether it is to be answered at all: it came as a whole
   * @return null if it is not
   */
  Question read(boolean asked);

  /** The last bytes of what the client gets are about to go out. */
  void release();

  /**
   * Lets time pass; less if the scene ends.
   *
   * @return false if the scene has ended
   */
  boolean await(long nanos);

  /** Returns when the client has turned to something else, or the scene has ended. */
  void awaitTurn();

  /** It is over; called once in any case. */
  void over(Ended ended);
}
