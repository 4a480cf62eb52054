package org.bitstck.server.upload;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.io.IOException;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;
import org.bitstck.server.session.StorageFailure;

/**
 * CREATE-SESSION: all that can go wrong at CLOSE-SESSION is looked for here first. Source: MC-BUP
 * 3.2.5.2.4.
 */
final class CreateSession implements Step {
  private final Profile profile;
  private final Sessions sessions;
  private final Acks acks;

  CreateSession(Profile profile, Sessions sessions, Acks acks) {
    this.profile = profile;
    this.sessions = sessions;
    this.acks = acks;
  }

  @Override
  public Reception receive(Packet packet, Destination destination, String user) throws Refusal {
    destination.checkWritable(profile);
    try {
      Session session =
          sessions.create(
              destination,
              originalUrl(packet),
              packet.target().query(),
              user,
              packet.peer().address());
      return new Reception.Answered(acks.created(session, packet.protocol()));
    } catch (IOException e) {
      throw StorageFailure.refusal(e, profile.diskFull());
    }
  }

  private static String originalUrl(Packet packet) {
    RequestTarget target = packet.target();
    String authority = target.authority();
    if (authority == null) {
      authority = packet.headers().get(HttpHeaderNames.HOST);
    }
    if (authority == null || authority.isBlank()) {
      authority = packet.peer().localAuthority();
    }
    String query = target.query() == null ? "" : "?" + target.query();
    return packet.peer().scheme() + "://" + authority + target.rawPath() + query;
  }
}
