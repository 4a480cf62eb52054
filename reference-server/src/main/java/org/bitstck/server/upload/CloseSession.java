package org.bitstck.server.upload;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Overwrite;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;
import org.bitstck.server.session.StorageFailure;

/**
 * CLOSE-SESSION: publishes a complete upload, deletes an incomplete one. Where publishing fails the
 * session stays, so that the client can try again. Source: MC-BUP 3.2.5.2.7.
 */
final class CloseSession implements Step {
  private final Profile profile;
  private final Sessions sessions;
  private final Acks acks;
  private final Executor disk;

  CloseSession(Profile profile, Sessions sessions, Acks acks, Executor disk) {
    this.profile = profile;
    this.sessions = sessions;
    this.acks = acks;
    this.disk = disk;
  }

  @Override
  public Reception receive(Packet packet, Destination destination, String user) throws Refusal {
    Session session = OwnSession.find(sessions, packet, user);
    return new Reception.Pending(
        CompletableFuture.supplyAsync(() -> close(packet, destination, session), disk));
  }

  private Ack close(Packet packet, Destination destination, Session session) {
    try {
      session.closing().lock();
      try {
        // another CLOSE or a CANCEL may have been faster
        sessions.find(packet.sessionId());
        if (session.isComplete()) {
          publish(session, destination);
        }
        sessions.end(session);
      } finally {
        session.closing().unlock();
      }
      return acks.ended(packet);
    } catch (Refusal refusal) {
      return acks.refused(packet.sessionIdText(), refusal);
    }
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
    } catch (IOException e) {
      throw StorageFailure.refusal(e, profile.diskFull());
    }
  }
}
