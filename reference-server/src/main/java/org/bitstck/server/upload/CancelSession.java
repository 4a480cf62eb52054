package org.bitstck.server.upload;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;
import org.bitstck.server.session.Sessions;

/** CANCEL-SESSION: deletes the upload, complete or not. Source: MC-BUP 3.2.5.2.8. */
final class CancelSession implements Step {
  private final Sessions sessions;
  private final SessionLookup lookup;
  private final Acks acks;
  private final Executor disk;

  CancelSession(Sessions sessions, SessionLookup lookup, Acks acks, Executor disk) {
    this.sessions = sessions;
    this.lookup = lookup;
    this.acks = acks;
    this.disk = disk;
  }

  @Override
  public Reception receive(Packet packet, Destination destination, String user) throws Refusal {
    Session session = lookup.find(sessions, packet, user);
    return new Reception.Pending(
        CompletableFuture.supplyAsync(() -> cancel(packet, session), disk));
  }

  private Ack cancel(Packet packet, Session session) {
    session.closing().lock();
    try {
      // a CLOSE may have been faster
      sessions.find(packet.sessionId());
      sessions.end(session, SessionEvents.Event.CANCELLED);
      return acks.ended(packet);
    } catch (Refusal refusal) {
      return acks.refused(packet.sessionIdText(), refusal);
    } finally {
      session.closing().unlock();
    }
  }
}
