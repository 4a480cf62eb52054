package org.bitstck.client.upload;

import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Body;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;
import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.BitsHeader;
import org.bitstck.client.protocol.ContentName;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.protocol.Profile;

/** Sends the five packets. Source: MC-BUP 2.2.3 to 2.2.11. */
public final class Packets {
  /** The only protocol that there is. */
  public static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

  private final Exchanges http;
  private final UploadState state;
  private final Profile profile;
  private final String name;
  private final UploadListener listener;

  Packets(Exchanges http, UploadState state, UploadOptions options, UploadListener listener) {
    this.http = http;
    this.state = state;
    this.profile = options.profile();
    this.name = ContentName.of(String.valueOf(options.file().getFileName()));
    this.listener = listener;
  }

  public Ack create(Destination to) throws ExchangeFailure {
    Request request = packet(PacketType.CREATE_SESSION, to);
    request.header(BitsHeader.SUPPORTED_PROTOCOLS, PROTOCOL);
    if (name != null && profile.namesFileOnCreate()) {
      request.header(BitsHeader.CONTENT_NAME, name);
    }
    return send(PacketType.CREATE_SESSION, request);
  }

  public Ack ping(Destination to) throws ExchangeFailure {
    return send(PacketType.PING, packet(PacketType.PING, to));
  }

  public Ack fragment(Destination to, long first, Body body) throws ExchangeFailure {
    Request request = packet(PacketType.FRAGMENT, to).with(body);
    request.header(BitsHeader.SESSION_ID, state.session);
    long last = first + body.length() - 1;
    request.header("Content-Range", "bytes " + first + "-" + last + "/" + state.size);
    if (first == 0 && name != null) {
      request.header(BitsHeader.CONTENT_NAME, name);
    }
    return send(PacketType.FRAGMENT, request);
  }

  /** CLOSE-SESSION or CANCEL-SESSION. */
  public Ack end(PacketType type, Destination to) throws ExchangeFailure {
    return send(type, packet(type, to).header(BitsHeader.SESSION_ID, state.session));
  }

  private Request packet(PacketType type, Destination to) {
    return Request.of("BITS_POST", to).header(BitsHeader.PACKET_TYPE, type.text(profile));
  }

  private Ack send(PacketType type, Request request) throws ExchangeFailure {
    long from = state.offset;
    Answer answer = http.send(request, sent -> listener.sending(from + sent, state.size));
    listener.answered(type.toString(), answer.status());
    return Ack.of(answer);
  }
}
