package org.bitstck.server.upload;

import io.netty.handler.codec.http.HttpHeaderNames;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Executor;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.SizeLimits;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Packet;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.session.FragmentData;
import org.bitstck.server.session.Session;
import org.bitstck.server.session.Sessions;

/** FRAGMENT: decides whether the body is wanted, and stores it. Source: MC-BUP 3.2.5.2.6. */
final class ReceiveFragment implements Step {
  private final Profile profile;
  private final UploadRules rules;
  private final Sessions sessions;
  private final Acks acks;
  private final AskApplication application;
  private final Executor disk;

  ReceiveFragment(
      Profile profile,
      UploadRules rules,
      Sessions sessions,
      Acks acks,
      AskApplication application,
      Executor disk) {
    this.profile = profile;
    this.rules = rules;
    this.sessions = sessions;
    this.acks = acks;
    this.application = application;
    this.disk = disk;
  }

  @Override
  public Reception receive(Packet packet, Destination destination, String user) throws Refusal {
    Session session = rules.lookup().find(sessions, packet, user);
    checkEncoding(packet);
    checkSize(packet, destination.directory().limits());
    return new Reception.Receiving(
        new StoredBody(packet, session.begin(packet.range(), rules.overlap(), profile.diskFull())));
  }

  /** Only identity was offered, and coded bytes would be stored as they are (RFC 2616 14.11). */
  private static void checkEncoding(Packet packet) throws Refusal {
    for (String coding : packet.headers().getAll(HttpHeaderNames.CONTENT_ENCODING)) {
      if (!coding.isBlank() && !coding.strip().equalsIgnoreCase("identity")) {
        throw Refusal.server(415, HResult.INVALID_ARGUMENT, "content coding was not offered");
      }
    }
  }

  private void checkSize(Packet packet, SizeLimits limits) throws Refusal {
    if (packet.range().total() > limits.entity()) {
      throw Refusal.server(500, HResult.TOO_LARGE, "the entity is above the maximum");
    }
    if (packet.range().length() > limits.fragment()) {
      throw Refusal.server(
          profile.fragmentTooLarge(), HResult.TOO_LARGE, "the fragment is above the maximum");
    }
  }

  private final class StoredBody implements Body {
    private final Packet packet;
    private final FragmentData data;

    StoredBody(Packet packet, FragmentData data) {
      this.packet = packet;
      this.data = data;
    }

    @Override
    public void write(ByteBuffer bytes) {
      data.write(bytes);
    }

    @Override
    public CompletionStage<Ack> complete() {
      if (data.session().store().durability().forcesFragments()) {
        return CompletableFuture.supplyAsync(this::finish, disk).thenCompose(stage -> stage);
      }
      return finish();
    }

    private CompletionStage<Ack> finish() {
      try {
        Session session = data.session();
        long offset = data.finish();
        Ack ack = acks.received(packet, offset);
        if (session.directory().notification() == null || !session.isComplete()) {
          return CompletableFuture.completedFuture(ack);
        }
        return application
            .decide(packet, session)
            .handle((outcome, failure) -> acks.decided(ack, packet, outcome, failure, offset));
      } catch (Refusal refusal) {
        return CompletableFuture.completedFuture(acks.refused(packet.sessionIdText(), refusal));
      }
    }

    @Override
    public void abort() {
      data.abort();
    }
  }
}
