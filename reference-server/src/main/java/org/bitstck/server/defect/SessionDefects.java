package org.bitstck.server.defect;

import static org.bitstck.server.protocol.BitsHeader.SESSION_ID;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.Durability;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;
import org.bitstck.server.session.SessionRecord;
import org.bitstck.server.session.SessionStore;
import org.bitstck.server.upload.SessionLookup;

/** Mistakes in telling sessions apart, and with those that are unknown. */
final class SessionDefects {
  private SessionDefects() {}

  static List<Defect<Policies>> all() {
    return List.of(
        Defect.<Policies>of(
                "BITS-SRV-CREATE-019/one-file-per-url",
                "The unfinished data of all sessions of a URL is in one file.",
                policies -> policies.stores(OneFilePerUrl::new))
            .follows("a session for the same URL takes the data along", "BITS-SRV-CANCEL-006"),
        Defect.of(
            "BITS-SRV-ERR-001/not-found",
            "A fragment of a session that never was is refused with 404.",
            neverWas(
                PacketType.FRAGMENT,
                (seen, ack) -> Change.refused(404, HResult.SESSION_NOT_FOUND, seen.session()))),
        Defect.of(
            "BITS-SRV-ERR-001/other-code",
            "A fragment of a session that never was is refused with 500 and another code.",
            neverWas(
                PacketType.FRAGMENT,
                (seen, ack) -> Change.refused(500, HResult.INVALID_ARGUMENT, seen.session()))),
        Defect.of(
            "BITS-SRV-ERR-002/not-found",
            "CLOSE-SESSION of a session that never was is refused with 404.",
            neverWas(
                PacketType.CLOSE_SESSION,
                (seen, ack) -> Change.refused(404, HResult.SESSION_NOT_FOUND, seen.session()))),
        Defect.<Policies>of(
                "BITS-SRV-ERR-002/success",
                "CLOSE-SESSION of a session that never was is answered with 200.",
                neverWas(
                    PacketType.CLOSE_SESSION,
                    (seen, ack) -> Ack.of(200).with(SESSION_ID, seen.session())))
            .follows("what was refused can then be closed", "BITS-SRV-ERR-004", "BITS-SRV-ERR-015"),
        Defect.of(
            "BITS-SRV-ERR-003/success",
            "CANCEL-SESSION of a session that is unknown is answered with 200.",
            Change.refusal(
                (seen, ack) ->
                    seen.is(PacketType.CANCEL_SESSION) && isUnknown(ack)
                        ? Ack.of(200).with(SESSION_ID, seen.session())
                        : ack)),
        Defect.of(
            "BITS-SRV-ERR-003/not-found",
            "CANCEL-SESSION of a session that never was is refused with 404.",
            neverWas(
                PacketType.CANCEL_SESSION,
                (seen, ack) -> Change.refused(404, HResult.SESSION_NOT_FOUND, seen.session()))),
        Defect.of(
            "BITS-SRV-FRAGMENT-019/found-by-url",
            "A packet without session id is taken for a session of its URL.",
            policies -> {
              Memory memory = Memory.of(policies);
              Change.request(
                      head -> {
                        Seen seen = new Seen(head);
                        if (seen.isOfSession() && !seen.has(SESSION_ID)) {
                          memory
                              .forUrlOf(seen)
                              .ifPresent(known -> head.headers().set(SESSION_ID, known.id()));
                        }
                      })
                  .accept(policies);
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-019/failure",
            "A session id that is no GUID makes the server fail with 500.",
            Change.refusal(
                (seen, ack) ->
                    seen.isOfSession()
                            && seen.has(SESSION_ID)
                            && SessionId.parse(seen.session()).isEmpty()
                        ? Change.refused(500, HResult.FAILED, "")
                        : ack)),
        Defect.of(
            "BITS-SRV-FRAGMENT-020/letter-case",
            "A session id in another letter case than the server's is unknown.",
            policies -> {
              SessionLookup right = policies.uploads().lookup();
              policies.lookup(
                  (sessions, packet, user) -> {
                    Session session = right.find(sessions, packet, user);
                    if (!session.id().toString().equals(packet.sessionIdText())) {
                      throw Refusal.sessionNotFound();
                    }
                    return session;
                  });
            }),
        Defect.of(
            "BITS-SRV-FRAGMENT-025/url-of-the-last-packet",
            "A session is published at the URL of CLOSE-SESSION, whatever it was opened for.",
            policies ->
                policies.lookup(
                    (sessions, packet, user) -> {
                      Session session = sessions.find(packet.sessionId());
                      if (!Objects.equals(session.details().user(), user)) {
                        throw Refusal.server(403, HResult.ACCESS_DENIED, "another user's");
                      }
                      return session;
                    })),
        Defect.of(
            "BITS-SRV-TIMER-001/never",
            "Sessions that are left alone stay for ever.",
            policies -> policies.timeout((session, now) -> false)),
        Defect.of(
            "BITS-SRV-TIMER-003/from-the-start",
            "The time of a session begins when it is opened; new data does not start it anew.",
            policies -> {
              Map<SessionId, Long> opened = new ConcurrentHashMap<>();
              policies.timeout(
                  (session, now) ->
                      now - opened.computeIfAbsent(session.id(), id -> now)
                          > session.directory().sessionTimeout().toMillis());
            }),
        Defect.of(
            "BITS-SRV-TIMER-005/drops-the-oldest",
            "Where there are too many sessions, the oldest one makes room for a new one.",
            Change.step(
                PacketType.CREATE_SESSION,
                (step, sessions) ->
                    (packet, destination, user) -> {
                      try {
                        return step.receive(packet, destination, user);
                      } catch (Refusal refusal) {
                        if (refusal.hresult() != HResult.TOO_MANY_SESSIONS) {
                          throw refusal;
                        }
                        sessions.all().stream()
                            .filter(
                                session ->
                                    session
                                        .directory()
                                        .path()
                                        .equals(destination.directory().path()))
                            .min(Comparator.comparingLong(Session::lastProgress))
                            .ifPresent(
                                session -> sessions.end(session, SessionEvents.Event.EXPIRED));
                        return step.receive(packet, destination, user);
                      }
                    })));
  }

  private static boolean isUnknown(Ack ack) {
    return ack.headers().containsValue(HResult.SESSION_NOT_FOUND.toString());
  }

  /** The refusal of a packet with an id that was never given out. */
  private static Consumer<Policies> neverWas(PacketType type, BiFunction<Seen, Ack, Ack> change) {
    return policies -> {
      Memory memory = Memory.of(policies);
      Change.refusal(
              (seen, ack) ->
                  seen.is(type) && isUnknown(ack) && memory.of(seen).isEmpty()
                      ? change.apply(seen, ack)
                      : ack)
          .accept(policies);
    };
  }

  private static final class OneFilePerUrl extends SessionStore {
    private final Map<SessionId, String> names = new ConcurrentHashMap<>();
    private final Path folder;

    OneFilePerUrl(Path root, Durability durability) throws IOException {
      super(root, durability);
      folder = super.data(SessionId.random()).getParent();
    }

    @Override
    public Path data(SessionId id) {
      String name = names.get(id);
      return name == null ? super.data(id) : folder.resolve(name + ".data");
    }

    @Override
    public void create(SessionRecord session) throws IOException {
      byte[] url = session.url().getBytes(StandardCharsets.UTF_8);
      names.put(session.id(), UUID.nameUUIDFromBytes(url).toString());
      if (!Files.exists(data(session.id()))) {
        Files.createFile(data(session.id()));
      }
      save(session);
    }
  }
}
