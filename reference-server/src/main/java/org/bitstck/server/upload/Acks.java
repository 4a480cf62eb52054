package org.bitstck.server.upload;

import java.time.Duration;
import org.bitstck.server.directory.AlternateHost;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Session;

/**
 * Writes the Acks; the only place that knows which headers belong into which. Source: MC-BUP
 * 2.2.3.2 to 2.2.11.2.
 */
public final class Acks {
  private final Profile profile;

  public Acks(Profile profile) {
    this.profile = profile;
  }

  /** The Ack of a PING; it names no session, whatever the request does (MC-BUP 2.2.5.2). */
  public Ack ping() {
    return Ack.of(200);
  }

  /** The Ack of a successful CREATE-SESSION. */
  public Ack created(Session session, String protocol) {
    Ack ack =
        Ack.of(200)
            .with(BitsHeader.SESSION_ID, session.id().toString())
            .with(BitsHeader.PROTOCOL, protocol)
            .with("Accept-Encoding", "identity");
    AlternateHost alternate = session.directory().alternateHost();
    if (alternate == null) {
      return ack;
    }
    ack = ack.with(BitsHeader.HOST_ID, alternate.host());
    Duration fallback = alternate.fallback();
    return fallback == null
        ? ack
        : ack.with(BitsHeader.HOST_ID_FALLBACK_TIMEOUT, Long.toString(fallback.toSeconds()));
  }

  /** The Ack of a stored FRAGMENT. */
  public Ack received(Packet packet, long nextOffset) {
    return ended(packet).with(BitsHeader.RECEIVED_CONTENT_RANGE, Long.toString(nextOffset));
  }

  /** The Ack of a successful CLOSE-SESSION or CANCEL-SESSION. */
  public Ack ended(Packet packet) {
    return Ack.of(200).with(BitsHeader.SESSION_ID, packet.sessionIdText());
  }

  /**
   * The Ack of a packet that was not carried out.
   *
   * @param sessionIdText id that the request named, as it wrote it; null if the Ack names none
   */
  public Ack refused(String sessionIdText, Refusal refusal) {
    Ack ack = Ack.of(refusal.status());
    if (sessionIdText != null) {
      ack = ack.with(BitsHeader.SESSION_ID, sessionIdText);
    }
    if (refusal.offset().isPresent()) {
      long offset = refusal.offset().getAsLong();
      ack = ack.with(BitsHeader.RECEIVED_CONTENT_RANGE, Long.toString(offset));
    }
    if (refusal.hresult() == null) {
      return ack;
    }
    for (String name : profile.errorHeaders()) {
      ack = ack.with(name, refusal.hresult().toString());
    }
    return ack.with(BitsHeader.ERROR_CONTEXT, refusal.context().toString());
  }
}
