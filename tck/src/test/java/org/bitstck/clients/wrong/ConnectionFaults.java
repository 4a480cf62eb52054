package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.io.ByteArrayOutputStream;
import java.util.List;
import java.util.Map;
import org.bitstck.clients.Answer;
import org.bitstck.clients.Failure;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The session does not depend on a connection. */
final class ConnectionFaults {
  private ConnectionFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
            "Connection: close is an error",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Answer send(Packet packet) {
                    Answer ack = super.send(packet);
                    if (ack.closing() && ack.status() == 200) {
                      throw Failure.invalid(ack, "closed");
                    }
                    return ack;
                  }
                },
            "BITS-HTTP-CONN-004"),
        client(
            "new session after Connection: close",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void onOffset(Answer ack, long from, int length) {
                    super.onOffset(ack, from, length);
                    if (ack.closing() && offset < file.size()) {
                      onLostSession(ack);
                    }
                  }
                },
            "BITS-HTTP-CONN-004"),
        client(
            "PING behind a fragment without waiting for its Ack",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected Answer transmit(Packet packet) {
                    Answer ack = super.transmit(packet);
                    if (isHasty(packet) && !ack.closing()) {
                      sent = true;
                      super.transmit(pingPacket());
                      sent = false;
                    }
                    return ack;
                  }

                  @Override
                  protected byte[] bytes(Packet packet) {
                    ByteArrayOutputStream out = new ByteArrayOutputStream();
                    if (!sent) {
                      out.writeBytes(super.bytes(packet));
                    }
                    if (isHasty(packet)) {
                      out.writeBytes(
                          pingPacket().with("Host", hosts.current().authority()).bytes());
                    }
                    return out.toByteArray();
                  }

                  private boolean isHasty(Packet packet) {
                    return packet.type().equals("FRAGMENT") && file.size() > 10_000;
                  }

                  private boolean sent;
                },
            "BITS-HTTP-CONN-003"),
        client(
            "headers in one letter case only",
            (order, tell) ->
                new PlainUpload(order, tell) {
                  @Override
                  protected void checkAck(Answer answer) {
                    super.checkAck(answer);
                    if (answer.headers().keySet().stream()
                        .filter(NAMES::containsKey)
                        .anyMatch(name -> !answer.names().contains(NAMES.get(name)))) {
                      throw Failure.invalid(answer, "a header is missing");
                    }
                  }
                },
            "BITS-HTTP-HEADERS-002"));
  }

  private static final Map<String, String> NAMES =
      Map.of(
          "bits-packet-type", "BITS-Packet-Type",
          "bits-session-id", "BITS-Session-Id",
          "bits-received-content-range", "BITS-Received-Content-Range");
}
