package org.bitstck.client.upload;

import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.protocol.Profile;
import org.bitstck.client.protocol.ServerError;
import org.bitstck.client.reply.ReplyDownload;
import org.bitstck.client.reply.ReplyRefused;

/** The steps as the protocol has them. Source: MC-BUP 3.1.5. */
final class UploadSteps implements Steps {
  private static final int MOST_WITHOUT_PROGRESS = 8;

  private final Parts parts;
  private final Control control;
  private final UploadState state;
  private final Profile profile;
  private int withoutProgress;
  private long farthest;

  UploadSteps(Parts parts, Control control) {
    this.parts = parts;
    this.control = control;
    this.state = parts.state();
    this.profile = parts.options().profile();
    this.farthest = state.offset;
  }

  @Override
  public void begin() {
    withoutProgress = 0;
    // 3.1.4.3: who was away looks first whether the server is still there
    state.pingFirst = state.session != null;
  }

  @Override
  public void create() throws ExchangeFailure, UploadFailure {
    parts.source().check();
    Ack ack = parts.packets().create(parts.options().destination());
    boolean created = ack.status() == 201 && profile.createdIsSuccess();
    if (ack.status() != 200 && !created) {
      throw refused(PacketType.CREATE_SESSION, ack);
    }
    if (ack.sessionId() == null) {
      throw ExchangeFailure.invalid("the Ack of CREATE-SESSION has no session id");
    }
    String protocol = ack.protocol();
    if (protocol == null
        ? profile.needsProtocolInAck()
        : !protocol.equalsIgnoreCase(Packets.PROTOCOL)) {
      throw ExchangeFailure.invalid("the server chose the protocol " + protocol);
    }
    farthest = 0;
    state.opened(ack.sessionId(), ack.hostId(), ack.fallbackSeconds());
    parts.listener().session(state.session, state.host);
  }

  @Override
  public void ping() throws ExchangeFailure, UploadFailure {
    Ack ack = parts.packets().ping(parts.hosts().destination());
    parts.hosts().worked();
    if (ack.status() != 200) {
      throw refused(PacketType.PING, ack);
    }
    state.pingFirst = false;
  }

  @Override
  public void fragment() throws ExchangeFailure, UploadFailure {
    parts.source().check();
    long length = parts.sizes().next();
    Destination to = parts.hosts().destination();
    Ack ack = parts.packets().fragment(to, state.offset, parts.source().part(state.offset, length));
    parts.hosts().worked();
    boolean fromApplication = ack.error().fromApplication();
    if (ack.status() == 413 && !fromApplication && parts.sizes().shrink(length)) {
      return;
    }
    boolean resync = ack.status() == 416 && ack.valid() && !fromApplication;
    if (ack.status() != 200 && !resync) {
      throw refused(PacketType.FRAGMENT, ack);
    }
    long before = state.offset;
    state.offset = ack.offset(state.size);
    countProgress(before);
    if (ack.replyUrl() != null) {
      state.replyUrl = ack.replyUrl();
    }
    if (state.offset == state.size) {
      parts.source().check();
      boolean reply = parts.options().replyTo() != null;
      state.phase = reply ? UploadState.Phase.REPLY : UploadState.Phase.CLOSE;
    }
  }

  /** A server that never lets the upload come further must not keep it busy for ever. */
  private void countProgress(long before) throws ExchangeFailure {
    if (state.offset > farthest) {
      farthest = state.offset;
      withoutProgress = 0;
    } else if (state.offset <= before && ++withoutProgress > MOST_WITHOUT_PROGRESS) {
      throw ExchangeFailure.invalid(
          "the server asks for offset " + state.offset + " again and again");
    }
  }

  @Override
  public void reply() throws ExchangeFailure, UploadFailure {
    if (state.replyUrl == null) {
      throw ExchangeFailure.invalid("the last Ack has no BITS-Reply-URL");
    }
    Destination at;
    try {
      at = parts.replyPlace().of(state.replyUrl, parts.hosts().destination());
    } catch (IllegalArgumentException e) {
      throw ExchangeFailure.invalid("BITS-Reply-URL: " + e.getMessage());
    }
    ReplyStateView progress = new ReplyStateView(state, parts.listener());
    try {
      new ReplyDownload(parts.http(), at, parts.options().replyTo(), progress, control::stopping)
          .run();
    } catch (ReplyRefused e) {
      ServerError error = new ServerError(e.status(), null, null);
      throw new UploadFailure(new Failure(Failure.Cause.HTTP, error, false, e.getMessage()));
    }
    state.phase = UploadState.Phase.CLOSE;
  }

  @Override
  public void close() throws ExchangeFailure, UploadFailure {
    end(PacketType.CLOSE_SESSION);
  }

  @Override
  public void cancel() throws ExchangeFailure, UploadFailure {
    end(PacketType.CANCEL_SESSION);
  }

  @Override
  public void pause() {
    // 3.1.4.2: the server is not told
  }

  private void end(PacketType type) throws ExchangeFailure, UploadFailure {
    for (int repeated = 0; ; repeated++) {
      Ack ack = parts.packets().end(type, parts.hosts().destination());
      parts.hosts().worked();
      if (ack.status() == 200) {
        state.phase = UploadState.Phase.DONE;
        return;
      }
      if (!parts.failures().repeats(type, ack, repeated)) {
        throw refused(type, ack);
      }
      pauseBetween(type, parts.options().retry().waitMillis(repeated));
    }
  }

  private void pauseBetween(PacketType type, long millis) throws ExchangeFailure {
    if (type == PacketType.CANCEL_SESSION) {
      new Control().pause(millis);
      return;
    }
    control.pause(millis);
    if (control.stopping()) {
      throw new ExchangeFailure(ExchangeFailure.Kind.ABORTED, "stopped", null);
    }
  }

  private static UploadFailure refused(PacketType type, Ack ack) {
    return new UploadFailure(Failure.refused(type.toString(), ack));
  }
}
