package org.bitstck.server.upload;

import java.util.Objects;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;

/**
 * Finds the session of a packet, and sees to it that nobody uses it for another URL or another
 * person's upload.
 */
final class OwnSession {
  private OwnSession() {}

  static Session find(Sessions sessions, Packet packet, String user) throws Refusal {
    Session session = sessions.find(packet.sessionId());
    if (!Objects.equals(session.details().user(), user)) {
      throw Refusal.server(403, HResult.ACCESS_DENIED, "the session is another user's");
    }
    if (!session.details().url().equals(packet.target().path())) {
      throw Refusal.syntax("the session belongs to another URL");
    }
    return session;
  }
}
