package org.bitstck.server.upload;

import java.time.Duration;
import java.util.concurrent.CompletionException;
import org.bitstck.server.directory.AlternateHost;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.Outcome;
import org.bitstck.server.session.Session;

/**
 * Writes the Acks; the only place that knows which headers belong into which. Source: MC-BUP
 * 2.2.3.2 to 2.2.11.2.
 */
public final class Acks {
  private static final int UNAUTHORIZED = 401;

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

  /**
   * The Ack of the last FRAGMENT, when the server application has decided.
   *
   * @param received what it would be without an application
   * @param outcome null if there is a failure
   * @param failure a {@link Refusal}, or something unforeseen
   * @param offset zero-based offset of the next byte wanted: the length of the entity
   */
  Ack decided(Ack received, Packet packet, Outcome outcome, Throwable failure, long offset) {
    if (failure == null) {
      return received.with(BitsHeader.REPLY_URL, outcome.replyUrl());
    }
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause instanceof Refusal refusal) {
      return refused(packet.sessionIdText(), refusal.at(offset));
    }
    Refusal refusal =
        new Refusal(
            500,
            HResult.FAILED,
            ErrorContext.APPLICATION,
            "notification: " + String.valueOf(cause));
    return refused(packet.sessionIdText(), refusal.at(offset));
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
    Ack ack = Ack.of(refusal.status()).because(refusal.getMessage());
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
    if (refusal.status() == UNAUTHORIZED) {
      ack = ack.with("WWW-Authenticate", "Basic realm=\"uploads\", charset=\"UTF-8\"");
    }
    for (String name : profile.errorHeaders()) {
      ack = ack.with(name, refusal.hresult().toString());
    }
    return ack.with(BitsHeader.ERROR_CONTEXT, refusal.context().toString());
  }
}
