package org.bitstck.server.upload;

import org.bitstck.server.directory.Destination;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Refusal;

/** Carries out one type of packet. */
public interface Step {
  /**
   * @param packet right in its syntax
   * @param destination that the packet names; its directory takes uploads
   * @param user who sent it, null without authentication
   * @throws Refusal why the packet is not carried out
   */
  Reception receive(Packet packet, Destination destination, String user) throws Refusal;
}
