package org.bitstck.server.upload;

import io.netty.handler.codec.http.HttpRequest;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Directories;
import org.bitstck.server.notification.Notifier;
import org.bitstck.server.observe.Log;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.PacketReader;
import org.bitstck.server.protocol.PacketType;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.SessionId;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;

/**
 * Decides what becomes of a BITS_POST: checks it in the order of MC-BUP 3.2.5.2.3 (syntax, access,
 * length, session, the packet's own rules) and hands it to the step for its type. Knows nothing of
 * sockets.
 */
public final class PacketHandler implements PacketReceiver {
  private final Profile profile;
  private final PacketReader reader;
  private final Supplier<Directories> directories;
  private final Sessions sessions;
  private final UploadRules rules;
  private final Acks acks;
  private final Map<PacketType, Step> steps = new EnumMap<>(PacketType.class);

  /**
   * @param directories asked anew for each packet, because they can be reloaded
   * @param notifier tells the server applications
   * @param disk runs what may wait for the disk for long
   */
  public PacketHandler(
      Profile profile,
      PacketReader reader,
      Supplier<Directories> directories,
      Sessions sessions,
      UploadRules rules,
      Notifier notifier,
      Executor disk) {
    this.profile = profile;
    this.reader = reader;
    this.directories = directories;
    this.sessions = sessions;
    this.rules = rules;
    this.acks = new Acks(profile);
    AskApplication application = new AskApplication(notifier, sessions, disk);
    add(PacketType.PING, (packet, destination, user) -> new Reception.Answered(acks.ping()));
    add(PacketType.CREATE_SESSION, new CreateSession(profile, sessions, acks));
    add(
        PacketType.FRAGMENT,
        new ReceiveFragment(profile, rules, sessions, acks, application, disk));
    add(PacketType.CLOSE_SESSION, new CloseSession(profile, sessions, rules.lookup(), acks, disk));
    add(PacketType.CANCEL_SESSION, new CancelSession(sessions, rules.lookup(), acks, disk));
  }

  private void add(PacketType type, Step step) {
    steps.put(type, rules.steps().wrap(type, step, sessions));
  }

  @Override
  public Reception receive(HttpRequest head, Peer peer, String user) {
    try {
      Packet packet = reader.read(head, peer);
      Destination destination = rules.destinations().find(directories.get(), packet.target());
      rules.access().check(destination, user);
      if (packet.contentLength().isEmpty()) {
        throw Refusal.server(
            profile.missingLength(), HResult.INVALID_ARGUMENT, "no Content-Length");
      }
      return steps.get(packet.type()).receive(packet, destination, user);
    } catch (Refusal refusal) {
      return new Reception.Answered(refuse(head, refusal));
    } catch (RuntimeException bug) {
      Log.error("packet failed", bug);
      Refusal refusal = Refusal.server(500, HResult.FAILED, String.valueOf(bug));
      return new Reception.Answered(refuse(head, refusal));
    }
  }

  /** The Ack names the session of the request only where the type of the packet has one. */
  @Override
  public Ack refuse(HttpRequest head, Refusal refusal) {
    if (head == null) {
      return acks.refused(null, refusal);
    }
    String type = head.headers().get(BitsHeader.PACKET_TYPE, "");
    String idText = head.headers().get(BitsHeader.SESSION_ID, "");
    PacketType known = PacketType.of(type).orElse(null);
    SessionId id = SessionId.parse(idText).orElse(null);
    if (id == null || known == PacketType.PING || known == PacketType.CREATE_SESSION) {
      return acks.refused(null, refusal);
    }
    if (known == PacketType.FRAGMENT && refusal.offset().isEmpty() && refusal.status() == 400) {
      return acks.refused(idText, withOffset(id, refusal));
    }
    return acks.refused(idText, refusal);
  }

  /** The Ack of a FRAGMENT tells the offset, also with 400 (MC-BUP 2.2.7.2). */
  private Refusal withOffset(SessionId id, Refusal refusal) {
    try {
      Session session = sessions.find(id);
      return refusal.at(session.offset());
    } catch (Refusal unknown) {
      return refusal;
    }
  }
}
