package org.bitstck.server.upload;

import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.session.Sessions;

/** Stands around what is done for a type of packet. */
public interface StepWrapper {
  /**
   * @param step what is done without it
   * @param sessions all open ones
   */
  Step wrap(PacketType type, Step step, Sessions sessions);
}
