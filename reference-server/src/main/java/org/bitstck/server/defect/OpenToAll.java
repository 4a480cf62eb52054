package org.bitstck.server.defect;

import io.netty.handler.codec.http.HttpRequest;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.upload.PacketReceiver;
import org.bitstck.server.upload.Reception;

/** Asks nobody who opens a session for credentials. */
record OpenToAll(PacketReceiver inner) implements PacketReceiver {
  private static final String ANYBODY = "";

  @Override
  public Reception receive(HttpRequest head, Peer peer, String user) {
    Reception reception = inner.receive(head, peer, user);
    boolean asked =
        reception instanceof Reception.Answered answered && answered.ack().status() == 401;
    return asked && new Seen(head).is(PacketType.CREATE_SESSION)
        ? inner.receive(head, peer, ANYBODY)
        : reception;
  }

  @Override
  public Ack refuse(HttpRequest head, Refusal refusal) {
    return inner.refuse(head, refusal);
  }
}
