package org.bitstck.server.upload;

import io.netty.handler.codec.http.HttpRequest;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Refusal;

/**
 * Decides what becomes of packets. Everything that a client sees of the protocol goes through here.
 */
public interface PacketReceiver {
  /**
   * What is to be done with a request; never fails for anything that a client may send.
   *
   * @param head with a failed decoder result if it could not be read
   * @param user who is logged in, null if nobody is
   */
  Reception receive(HttpRequest head, Peer peer, String user);

  /**
   * The Ack of a request that is not carried out.
   *
   * @param head null if none has arrived
   */
  Ack refuse(HttpRequest head, Refusal refusal);
}
