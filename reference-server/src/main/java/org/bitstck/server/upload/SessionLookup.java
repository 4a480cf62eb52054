package org.bitstck.server.upload;

import java.util.Objects;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;

/** Finds the session of a packet. */
public interface SessionLookup {
  /**
   * @param user who sent the packet; null without authentication
   * @throws Refusal if there is no such session, or if the packet may not use it
   */
  Session find(Sessions sessions, Packet packet, String user) throws Refusal;

  /** By the id, for the URL and the user that opened the session; nobody else may use it. */
  static SessionLookup own() {
    return (sessions, packet, user) -> {
      Session session = sessions.find(packet.sessionId());
      if (!Objects.equals(session.details().user(), user)) {
        throw Refusal.server(403, HResult.ACCESS_DENIED, "the session is another user's");
      }
      if (!session.details().url().equals(packet.target().path())) {
        throw Refusal.syntax("the session belongs to another URL");
      }
      return session;
    };
  }
}
