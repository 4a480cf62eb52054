package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.REPLY_URL;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;

/** Mistakes in upload-reply, as the client sees it. */
final class ReplyDefects {
  private ReplyDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.<Policies>of(
                "BITS-SRV-FRAGMENT-022/on-close",
                "The reply URL is in the Ack of CLOSE-SESSION instead of the last fragment's.",
                policies -> {
                  Map<String, String> urls = new ConcurrentHashMap<>();
                  Change.ack(
                          (seen, ack) -> {
                            if (seen.is(PacketType.CLOSE_SESSION)
                                && urls.containsKey(seen.session())) {
                              return ack.with(REPLY_URL, urls.remove(seen.session()));
                            }
                            if (ack.headers().containsKey(REPLY_URL)) {
                              urls.put(seen.session(), ack.headers().get(REPLY_URL));
                            }
                            return ack.without(REPLY_URL);
                          })
                      .accept(policies);
                })
            .follows(
                "who looks for the reply URL there does not find it",
                "BITS-SRV-ERR-018",
                "BITS-SRV-STATE-001",
                "BITS-SRV-STATE-002",
                "BITS-NOTIFY-FLOW-002"),
        Defect.of(
            "BITS-SRV-FRAGMENT-023/empty",
            "In plain uploads the Ack of the last fragment has an empty reply URL.",
            Change.success(
                PacketType.FRAGMENT,
                (seen, ack) ->
                    seen.range() != null && seen.range().isLast() && !has(ack)
                        ? ack.with(REPLY_URL, "")
                        : ack)),
        Defect.of(
            "BITS-SRV-FRAGMENT-024/from-the-start",
            "In upload-reply all Acks of fragments have a reply URL.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) ->
                        Receptions.map(
                            step.receive(packet, destination, user),
                            ack ->
                                destination.directory().notification() == null
                                        || ack.status() != 200
                                        || has(ack)
                                    ? ack
                                    : ack.with(REPLY_URL, "http://127.0.0.1/soon")))),
        Defect.of(
            "BITS-SRV-ERR-018/at-the-limit",
            "A reply URL of 2200 characters is refused.",
            Telling.verdict(
                (notification, answer, failure) -> {
                  if (failure != null) {
                    throw failure;
                  }
                  if (answer.staticUrl() != null && answer.staticUrl().length() == Limits.URL) {
                    throw tooLong();
                  }
                  return answer;
                })),
        Defect.of(
            "BITS-SRV-ERR-018/failure",
            "A reply URL of more than 2200 characters makes the server fail with 500.",
            Change.refusal(
                (seen, ack) ->
                    ack.status() == 400 && "0x7".equals(ack.headers().get("BITS-Error-Context"))
                        ? new Ack(500, ack.headers(), ack.why())
                        : ack)),
        Defect.<Policies>of(
                "BITS-SRV-STATE-001/ends-the-session",
                "A notification that fails ends the session.",
                Change.step(
                    PacketType.FRAGMENT,
                    (step, sessions) ->
                        (packet, destination, user) -> {
                          Session session = sessions.find(packet.sessionId());
                          return Receptions.map(
                              step.receive(packet, destination, user),
                              ack -> {
                                if ("0x7".equals(ack.headers().get("BITS-Error-Context"))) {
                                  sessions.end(session, SessionEvents.Event.CANCELLED);
                                }
                                return ack;
                              });
                        }))
            .follows(
                "an application that was too slow is not asked again",
                "BITS-NOTIFY-TIMER-002",
                "BITS-NOTIFY-FLOW-008"),
        Defect.<Policies>of(
                "BITS-SRV-STATE-001/out-of-sync",
                "Behind a notification that failed, the repeated last fragment is out of sync.",
                policies -> {
                  Set<SessionId> failed = ConcurrentHashMap.newKeySet();
                  Change.step(
                          PacketType.FRAGMENT,
                          (step, sessions) ->
                              (packet, destination, user) -> {
                                if (failed.contains(packet.sessionId())) {
                                  throw Refusal.outOfSync(packet.range().total());
                                }
                                return Receptions.map(
                                    step.receive(packet, destination, user),
                                    ack -> {
                                      if ("0x7".equals(ack.headers().get("BITS-Error-Context"))) {
                                        failed.add(packet.sessionId());
                                      }
                                      return ack;
                                    });
                              })
                      .accept(policies);
                })
            .follows(
                "an application that was too slow is not asked again",
                "BITS-NOTIFY-TIMER-002",
                "BITS-NOTIFY-FLOW-008"),
        Defect.of(
            "BITS-SRV-STATE-002/asks-again",
            "At a repeated last fragment the application is asked again.",
            Change.step(
                PacketType.FRAGMENT,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      try {
                        if (session.details().outcome() != null && packet.range().isLast()) {
                          session.decided(null);
                        }
                      } catch (IOException e) {
                        throw new UncheckedIOException(e);
                      }
                      return step.receive(packet, destination, user);
                    })),
        Defect.of(
            "BITS-SRV-STATE-002/without-its-url",
            "A repeated last fragment gets an Ack without the reply URL.",
            policies -> {
              Set<String> told = ConcurrentHashMap.newKeySet();
              Change.ack(
                      (seen, ack) ->
                          has(ack) && !told.add(seen.session()) ? ack.without(REPLY_URL) : ack)
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-CLOSE-006/reply-stays",
            "CLOSE-SESSION leaves the reply where it is.",
            keptReply(PacketType.CLOSE_SESSION)),
        Defect.of(
            "BITS-SRV-CANCEL-005/reply-stays",
            "CANCEL-SESSION leaves the reply where it is.",
            keptReply(PacketType.CANCEL_SESSION)));
  }

  private static boolean has(Ack ack) {
    return ack.headers().containsKey(REPLY_URL);
  }

  private static Refusal tooLong() {
    return new Refusal(
        400, HResult.INVALID_ARGUMENT, ErrorContext.APPLICATION, "the reply URL is too long");
  }

  private static Consumer<Policies> keptReply(PacketType end) {
    return Change.step(
        end,
        (step, sessions) ->
            (packet, destination, user) -> {
              Session session = sessions.find(packet.sessionId());
              Path reply = session.store().reply(session.id());
              byte[] bytes = Files.isRegularFile(reply) ? read(reply) : null;
              return Receptions.map(
                  step.receive(packet, destination, user),
                  ack -> {
                    if (bytes != null && session.hasEnded()) {
                      write(reply, bytes);
                      sessions.serveReply(session);
                    }
                    return ack;
                  });
            });
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path file, byte[] bytes) {
    try {
      Files.write(file, bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
