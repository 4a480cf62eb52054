package org.bitstck.server.defect;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.server.Policies;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;
import org.bitstck.server.session.Sessions;

/** The sessions of the server whose policies are changed, as soon as it has started. */
final class OpenSessions {
  private final AtomicReference<Sessions> sessions = new AtomicReference<>();

  private OpenSessions() {}

  static OpenSessions of(Policies policies) {
    OpenSessions open = new OpenSessions();
    policies.aroundSteps(
        (type, step, all) -> {
          open.sessions.set(all);
          return step;
        });
    return open;
  }

  /** The open session with an id; empty for anything else. */
  Optional<Session> find(String id) {
    return SessionId.parse(id).flatMap(wanted -> find(sessions.get(), wanted));
  }

  private static Optional<Session> find(Sessions sessions, SessionId id) {
    return sessions.all().stream().filter(session -> session.id().equals(id)).findFirst();
  }

  /** Ends a session, if there is one. */
  void end(String id) {
    find(id).ifPresent(session -> sessions.get().end(session, SessionEvents.Event.CANCELLED));
  }
}
