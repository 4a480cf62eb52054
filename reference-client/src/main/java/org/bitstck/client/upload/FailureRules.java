package org.bitstck.client.upload;

import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.PacketType;

/** Decides what becomes of failures. Source: MC-BUP 3.1.5.1.7, 3.1.5.2.1. */
public interface FailureRules {
  /** Whether the session is gone, and the upload starts over. */
  boolean sessionLost(Failure failure);

  /** Whether the same is tried again after a while without asking. */
  boolean retries(Failure failure);

  /**
   * Whether an answer to CLOSE-SESSION or CANCEL-SESSION leads to a repetition.
   *
   * @param repeated how often that was done before
   */
  boolean repeats(PacketType type, Ack ack, int repeated);
}
