package org.bitstck.server.http;

import io.netty.handler.codec.http.HttpRequest;
import org.bitstck.server.observe.Exchange;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Peer;

/** Tells the operator's side of a request and its answer. */
final class Exchanges {
  private Exchanges() {}

  /**
   * @param request null if it never arrived as a whole
   * @param ack null if the answer was none
   */
  static Exchange of(
      HttpRequest request, Ack ack, int status, Peer peer, String user, long received, long nanos) {
    String session = null;
    String packet = null;
    if (request != null && ack != null) {
      session = request.headers().get(BitsHeader.SESSION_ID);
      packet =
          PacketType.of(request.headers().get(BitsHeader.PACKET_TYPE, ""))
              .map(PacketType::toString)
              .orElse("invalid");
    }
    if (ack != null && session == null) {
      session = ack.headers().get(BitsHeader.SESSION_ID);
    }
    String error = null;
    if (ack != null) {
      error = ack.headers().get(BitsHeader.ERROR);
      error = error == null ? ack.headers().get(BitsHeader.ERROR_CODE) : error;
    }
    return new Exchange(
        peer.address(),
        request == null ? null : request.method().name(),
        request == null ? null : request.uri(),
        packet,
        session,
        user,
        status,
        error,
        ack == null ? null : ack.why(),
        received,
        nanos);
  }
}
