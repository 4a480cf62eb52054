package org.bitstck.prove;

import org.bitstck.engine.RunResult;
import org.bitstck.requirement.Profile;

/** Where peers of one kind are at hand, right ones and wrong ones. */
public interface Bench extends AutoCloseable {
  Peer peer();

  /** Gets ready what takes time; optional. */
  default void warmUp() {}

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
