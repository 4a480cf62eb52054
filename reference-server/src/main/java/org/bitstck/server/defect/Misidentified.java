package org.bitstck.server.defect;

import io.netty.handler.codec.http.HttpRequest;
import java.util.function.BiFunction;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.upload.PacketReceiver;
import org.bitstck.server.upload.Reception;

/**
 * Takes the sender of a packet for somebody else.
 *
 * @param taken for whom; gets the user who is logged in, or null
 */
record Misidentified(PacketReceiver inner, BiFunction<Seen, String, String> taken)
    implements PacketReceiver {
  @Override
  public Reception receive(HttpRequest head, Peer peer, String user) {
    return inner.receive(head, peer, taken.apply(new Seen(head), user));
  }

  @Override
  public Ack refuse(HttpRequest head, Refusal refusal) {
    return inner.refuse(head, refusal);
  }
}
