package org.bitstck.prove;

import org.bitstck.engine.RunResult;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;

/** Where peers of one kind are at hand, right ones and wrong ones. */
public interface Bench extends AutoCloseable {
  Peer peer();

  /** The peer as it is met here, for people. */
  default String name() {
    return peer().text();
  }

  /** Whether a defect can be seen here. */
  default boolean takes(Defect defect) {
    return defect.peer() == peer();
  }

  /**
   * Plays the whole suite; called by several threads at once.
   *
   * @param defect that the peer has; null for a peer that is right
   * @throws Unplayable if there is nothing to play with
   */
  RunResult play(Profile profile, Defect defect) throws Unplayable;

  @Override
  void close();
}
