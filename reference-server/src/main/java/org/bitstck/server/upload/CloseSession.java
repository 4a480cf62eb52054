package org.bitstck.server.upload;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Overwrite;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Outcome;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.SessionEvents;
import org.bitstck.server.session.Sessions;
import org.bitstck.server.session.StorageFailure;

/**
 * CLOSE-SESSION: publishes a complete upload, deletes an incomplete one. Where publishing fails the
 * session stays, so that the client can try again. Source: MC-BUP 3.2.5.2.7.
 */
final class CloseSession implements Step {
  private final Profile profile;
  private final Sessions sessions;
  private final SessionLookup lookup;
  private final Acks acks;
  private final Executor disk;

  CloseSession(Profile profile, Sessions sessions, SessionLookup lookup, Acks acks, Executor disk) {
    this.profile = profile;
    this.sessions = sessions;
    this.lookup = lookup;
    this.acks = acks;
    this.disk = disk;
  }

  @Override
  public Reception receive(Packet packet, Destination destination, String user) throws Refusal {
    Session session = lookup.find(sessions, packet, user);
    return new Reception.Pending(
        CompletableFuture.supplyAsync(() -> close(packet, destination, session), disk));
  }

  private Ack close(Packet packet, Destination destination, Session session) {
    try {
      session.closing().lock();
      try {
        // another CLOSE or a CANCEL may have been faster
        sessions.find(packet.sessionId());
        if (session.isNotifying()) {
          throw Refusal.syntax("the application has not decided yet");
        }
        boolean delivered = isDelivered(session);
        if (delivered) {
          publish(session, destination);
        }
        sessions.end(
            session, delivered ? SessionEvents.Event.PUBLISHED : SessionEvents.Event.CLOSED);
      } finally {
        session.closing().unlock();
      }
      return acks.ended(packet);
    } catch (Refusal refusal) {
      return acks.refused(packet.sessionIdText(), refusal);
    }
  }

  /** With a notification the application says whether the data is copied (MC-BUP 3.2.5.1.5). */
  private static boolean isDelivered(Session session) {
    Outcome outcome = session.details().outcome();
    boolean asked = session.directory().notification() != null || outcome != null;
    return session.isComplete() && (!asked || (outcome != null && outcome.copy()));
  }

  private void publish(Session session, Destination destination) throws Refusal {
    destination.checkWritable(profile);
    try {
      session
          .store()
          .publish(
              session.id(),
              session.details().total(),
              destination.file(),
              destination.directory().overwrite() == Overwrite.ALLOW);
    } catch (FileAlreadyExistsException e) {
      throw Destination.alreadyExists(profile);
    } catch (NoSuchFileException e) {
      // nothing is left that a second try could publish
      sessions.end(session, SessionEvents.Event.CLOSED);
      throw StorageFailure.refusal(e, profile.diskFull());
    } catch (IOException e) {
      throw StorageFailure.refusal(e, profile.diskFull());
    }
  }
}
