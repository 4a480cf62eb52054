package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.PROTOCOL;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.util.List;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.ProtocolList;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.SessionEvents;

/** Mistakes with PING. */
final class PingDefects {
  private PingDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-PING-001/unknown-type",
            "PING is not known, and refused as an unknown packet.",
            Change.step(
                PacketType.PING,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      throw Refusal.syntax("not a request packet");
                    })),
        Defect.<Policies>of(
                "BITS-SRV-PING-002/needs-an-id",
                "A PING without session id is refused.",
                Change.step(
                    PacketType.PING,
                    (step, sessions) ->
                        (packet, destination, user) -> {
                          if (packet.sessionIdText() == null) {
                            throw Refusal.syntax("no session id");
                          }
                          return step.receive(packet, destination, user);
                        }))
            .follows("the plainest PING has none", "BITS-SRV-PING-001"),
        Defect.of(
            "BITS-SRV-PING-003/looks-for-the-session",
            "A PING with the id of a session that is unknown is refused.",
            Change.step(
                PacketType.PING,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      if (packet.sessionIdText() != null) {
                        sessions.find(
                            SessionId.parse(packet.sessionIdText())
                                .orElseThrow(Refusal::sessionNotFound));
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-PING-004/ends-the-session",
            "A PING that names a session ends it.",
            Change.step(
                PacketType.PING,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      SessionId id =
                          SessionId.parse(String.valueOf(packet.sessionIdText())).orElse(null);
                      sessions.all().stream()
                          .filter(session -> session.id().equals(id))
                          .forEach(session -> sessions.end(session, SessionEvents.Event.CANCELLED));
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-PING-005/offers-a-session",
            "The Ack of a PING offers a protocol and a new session, as that of CREATE-SESSION does.",
            Change.success(
                PacketType.PING,
                (seen, ack) ->
                    ack.with(SESSION_ID, SessionId.random().toString())
                        .with(PROTOCOL, ProtocolList.BITS_UPLOAD))),
        Defect.of(
            "BITS-SRV-PING-005/names-a-protocol",
            "The Ack of a PING names the protocol.",
            Change.success(
                PacketType.PING, (seen, ack) -> ack.with(PROTOCOL, ProtocolList.BITS_UPLOAD))));
  }
}
