package org.bitstck.clients.wrong;

import static org.bitstck.clients.wrong.WrongClient.client;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitstck.clients.Packet;
import org.bitstck.clients.PlainUpload;

/** The type of a packet, and what belongs to it. */
final class TypeFaults {
  private TypeFaults() {}

  static List<WrongClient> all() {
    return List.of(
        client(
                "PING without a type",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void ping() {
                        request(pingPacket().without("BITS-Packet-Type"));
                      }
                    },
                "BITS-CLI-TYPE-001")
            .warned("BITS-CLI-PING-001", "BITS-CLI-PING-003"),
        client(
                "a type of its own invention instead of PING",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected void ping() {
                        request(packet("KEEP-ALIVE"));
                      }
                    },
                "BITS-CLI-TYPE-001")
            .warned("BITS-CLI-PING-001", "BITS-CLI-PING-003"),
        client(
                "JSON in the body of CREATE-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet createPacket() {
                        return super.createPacket().body("{}".getBytes(StandardCharsets.US_ASCII));
                      }
                    },
                "BITS-CLI-TYPE-002")
            .fromTheStart(),
        client(
                "the session id in the body of CLOSE-SESSION",
                (order, tell) ->
                    new PlainUpload(order, tell) {
                      @Override
                      protected Packet sessionPacket(String type) {
                        Packet packet = super.sessionPacket(type);
                        return type.equals("CLOSE-SESSION")
                            ? packet.body(session.getBytes(StandardCharsets.US_ASCII))
                            : packet;
                      }
                    },
                "BITS-CLI-TYPE-002")
            .fromTheStart());
  }
}
