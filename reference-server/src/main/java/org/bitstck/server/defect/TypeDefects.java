package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.PACKET_TYPE;
import static org.bitstck.server.protocol.BitsHeader.PROTOCOL;
import static org.bitstck.server.protocol.BitsHeader.RECEIVED_CONTENT_RANGE;
import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.util.List;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.ProtocolList;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;

/** Mistakes with packet types and with the syntax of packets. */
final class TypeDefects {
  private TypeDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-TYPE-001/capitals-only",
            "Packet types are known in capital letters only, not as Windows clients write them.",
            Change.reading(rules -> rules.types(TypeDefects::capitals))),
        Defect.of(
            "BITS-SRV-TYPE-002/missing-is-ping",
            "A packet without a type is taken for a PING.",
            Change.reading(
                rules ->
                    rules.types(
                        value -> value == null ? PacketType.PING : PacketType.read(value)))),
        Defect.of(
            "BITS-SRV-TYPE-003/taken-for-ping",
            "A request that calls itself an Ack is answered like a PING.",
            Change.reading(
                rules ->
                    rules.types(
                        value ->
                            PacketType.ACK.equalsIgnoreCase(value)
                                ? PacketType.PING
                                : PacketType.read(value)))),
        Defect.of(
            "BITS-SRV-TYPE-003/closes",
            "At a request that calls itself an Ack the connection is closed.",
            OnTheWire.closed(seen -> seen.header(PACKET_TYPE).equalsIgnoreCase(PacketType.ACK))),
        Defect.<Policies>of(
                "BITS-SRV-TYPE-004/ends-the-session",
                "A fragment that nobody expects behind the last one ends the session.",
                Change.step(
                    PacketType.FRAGMENT,
                    (step, sessions) ->
                        (packet, destination, user) -> {
                          Session session = sessions.find(packet.sessionId());
                          if (session.isComplete() && !packet.range().isLast()) {
                            sessions.end(session, SessionEvents.Event.CANCELLED);
                            throw Refusal.syntax("unexpected packet");
                          }
                          return step.receive(packet, destination, user);
                        }))
            .follows("such a packet has to leave the session alone", "BITS-SRV-STATE-003"),
        Defect.<Policies>of(
                "BITS-SRV-TYPE-004/closes",
                "At a fragment that nobody expects behind the last one the connection is closed.",
                policies -> {
                  Memory memory = Memory.of(policies);
                  OnTheWire.closed(
                          seen ->
                              seen.is(PacketType.FRAGMENT)
                                  && seen.range() != null
                                  && !seen.range().isLast()
                                  && memory
                                      .of(seen)
                                      .filter(known -> !known.isOver())
                                      .filter(known -> known.offset() == known.total())
                                      .isPresent())
                      .accept(policies);
                })
            .follows("such a packet has to get a regular Ack", "BITS-SRV-STATE-003"),
        Defect.of(
            "BITS-SRV-ERR-017/taken-for-ping",
            "A packet of an unknown type is answered like a PING.",
            Change.reading(
                rules ->
                    rules.types(
                        value ->
                            value == null || PacketType.ACK.equalsIgnoreCase(value)
                                ? PacketType.read(value)
                                : PacketType.of(value).orElse(PacketType.PING)))),
        Defect.of(
            "BITS-SRV-ERR-017/not-implemented",
            "A packet of an unknown type is answered with 501.",
            Change.reading(
                rules ->
                    rules.types(
                        value -> {
                          if (value == null || PacketType.ACK.equalsIgnoreCase(value)) {
                            return PacketType.read(value);
                          }
                          return PacketType.of(value)
                              .orElseThrow(
                                  () ->
                                      Refusal.server(
                                          501, HResult.INVALID_ARGUMENT, "not implemented"));
                        }))),
        Defect.of(
            "BITS-SRV-ERR-017/begins-like",
            "A packet type is known by how it begins, whatever stands behind it.",
            Change.reading(rules -> rules.types(TypeDefects::beginning))),
        Defect.of(
            "BITS-SRV-VALIDATE-001/first-of-two-sessions",
            "Of two session ids in a packet the first one is taken.",
            Change.request(
                head -> {
                  if (head.headers().contains(SESSION_ID)) {
                    head.headers().set(SESSION_ID, head.headers().get(SESSION_ID));
                  }
                })),
        Defect.of(
            "BITS-SRV-VALIDATE-001/failure-for-no-host",
            "A packet without Host makes the server fail with 500.",
            Change.refusal(
                (seen, ack) ->
                    seen.has("Host") ? ack : Change.refused(500, HResult.FAILED, seen.session()))),
        Defect.of(
            "BITS-SRV-VALIDATE-002/protocol-in-all",
            "All refusals have the form of CREATE-SESSION's Ack, with a protocol.",
            Change.refusal(
                (seen, ack) ->
                    seen.isOfSession() ? ack.with(PROTOCOL, ProtocolList.BITS_UPLOAD) : ack)),
        Defect.of(
            "BITS-SRV-VALIDATE-002/offset-in-all",
            "All refusals have the form of a fragment's Ack, with an offset.",
            Change.refusal(
                (seen, ack) ->
                    seen.is(PacketType.FRAGMENT) ? ack : ack.with(RECEIVED_CONTENT_RANGE, "0"))),
        Defect.of(
            "BITS-SRV-VALIDATE-003/body-ignored",
            "The body of a packet that must have none is not looked at.",
            Change.request(
                head -> {
                  Seen seen = new Seen(head);
                  if (!seen.is(PacketType.FRAGMENT)
                      && seen.header("Content-Length").matches("[0-9]{1,9}")
                      && head.headers().getAll("Content-Length").size() == 1) {
                    head.headers().set("Content-Length", "0");
                  }
                })),
        Defect.of(
            "BITS-SRV-VALIDATE-004/session-first",
            "A packet with broken syntax and an unknown session is refused for the session.",
            policies -> {
              Memory memory = Memory.of(policies);
              Change.refusal(
                      (seen, ack) ->
                          ack.status() == 400
                                  && seen.session().matches("\\{[0-9A-Fa-f-]{36}\\}")
                                  && seen.head().headers().getAll(SESSION_ID).size() == 1
                                  && memory.of(seen).isEmpty()
                              ? Change.refused(500, HResult.SESSION_NOT_FOUND, seen.session())
                              : ack)
                  .accept(policies);
            }));
  }

  private static PacketType capitals(String value) throws Refusal {
    PacketType type = PacketType.read(value);
    if (!type.toString().equals(value)) {
      throw Refusal.syntax("not a request packet");
    }
    return type;
  }

  private static PacketType beginning(String value) throws Refusal {
    for (PacketType type : PacketType.values()) {
      if (value != null
          && value.regionMatches(true, 0, type.toString(), 0, type.toString().length())) {
        return type;
      }
    }
    return PacketType.read(value);
  }
}
