package org.bitstck.server.defect;

import java.util.List;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;

/** Mistakes in ending sessions that are not published. */
final class CancelDefects {
  private CancelDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.of(
            "BITS-SRV-CANCEL-001/no-data-yet",
            "CANCEL-SESSION is refused as long as no data has come.",
            Change.step(
                PacketType.CANCEL_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      if (sessions.find(packet.sessionId()).offset() == 0) {
                        throw Refusal.syntax("nothing to cancel");
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-CANCEL-001/accepted",
            "CANCEL-SESSION is answered with 202.",
            Change.success(
                PacketType.CANCEL_SESSION, (seen, ack) -> new Ack(202, ack.headers(), ack.why()))),
        Defect.of(
            "BITS-SRV-CANCEL-002/late-fragments",
            "Fragments of a session that was cancelled are answered as if it were open.",
            policies -> {
              Memory memory = Memory.of(policies);
              Change.answered(
                      seen ->
                          seen.is(PacketType.FRAGMENT)
                              && seen.range() != null
                              && memory.of(seen).filter(Memory.Known::cancelled).isPresent(),
                      (seen, peer) -> CloseDefects.taken(seen))
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-CANCEL-003/published",
            "CANCEL-SESSION before the last fragment publishes what is there.",
            CloseDefects.partly(PacketType.CANCEL_SESSION)),
        Defect.of(
            "BITS-SRV-CANCEL-004/half-a-file",
            "CANCEL-SESSION behind the last fragment publishes half of the file.",
            Change.step(
                PacketType.CANCEL_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      if (session.isComplete() && session.directory().notification() == null) {
                        CloseDefects.publish(session, session.offset() / 2, destination.file());
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-CANCEL-004/refused",
            "CANCEL-SESSION behind the last fragment is refused with 400.",
            Change.step(
                PacketType.CANCEL_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      if (session.isComplete() && session.directory().notification() == null) {
                        throw Refusal.syntax("only to be closed");
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-CANCEL-006/all-of-the-url",
            "CANCEL-SESSION ends all sessions of its URL.",
            Change.step(
                PacketType.CANCEL_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      sessions.find(packet.sessionId());
                      sessions.all().stream()
                          .filter(session -> session.details().url().equals(packet.target().path()))
                          .filter(session -> !session.id().equals(packet.sessionId()))
                          .forEach(session -> sessions.end(session, SessionEvents.Event.CANCELLED));
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
                "BITS-SRV-STATE-003/ping-ends",
                "A PING to the URL of a complete upload ends its session.",
                Change.step(
                    PacketType.PING,
                    (step, sessions) ->
                        (packet, destination, user) -> {
                          sessions.all().stream()
                              .filter(
                                  session -> session.details().url().equals(packet.target().path()))
                              .filter(Session::isComplete)
                              .forEach(
                                  session -> sessions.end(session, SessionEvents.Event.CANCELLED));
                          return step.receive(packet, destination, user);
                        }))
            .follows("a PING must have no effect", "BITS-SRV-PING-004"),
        Defect.of(
            "BITS-SRV-STATE-003/repetition-ends",
            "A repeated first fragment of a complete upload ends its session.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      if (session.isComplete()
                          && packet.range().first() == 0
                          && !packet.range().isLast()) {
                        sessions.end(session, SessionEvents.Event.CANCELLED);
                      }
                      return step.receive(packet, destination, user);
                    })));
  }
}
