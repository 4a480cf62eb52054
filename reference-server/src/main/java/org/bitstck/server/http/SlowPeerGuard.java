package org.bitstck.server.http;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.util.concurrent.ScheduledFuture;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Sees the raw bytes come in, and tells when a peer has had enough time. Used on the channel's own
 * thread only.
 */
public final class SlowPeerGuard extends ChannelInboundHandlerAdapter {
  /** What the peer is expected to send. */
  public enum Phase {
    /** A request, whenever it likes. */
    IDLE,
    /** The rest of a head. */
    HEAD,
    /** A body. */
    BODY,
    /** Nothing: it waits for this server. */
    NONE
  }

  /** Fired down the pipeline when the time is up. */
  public record TooSlow(Phase phase) {}

  private final Timeouts timeouts;
  private Phase phase = Phase.IDLE;
  private long since = System.nanoTime();
  private long bytes;
  private ScheduledFuture<?> tick;

  public SlowPeerGuard(Timeouts timeouts) {
    this.timeouts = timeouts;
  }

  /** The next bytes of the peer are of this kind. */
  public void expect(Phase next) {
    phase = next;
    restart();
  }

  private void restart() {
    since = System.nanoTime();
    bytes = 0;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext ctx) {
    long period = Math.max(10, shortest().toMillis() / 4);
    tick =
        ctx.executor().scheduleAtFixedRate(() -> check(ctx), period, period, TimeUnit.MILLISECONDS);
  }

  private Duration shortest() {
    Duration least = timeouts.idle();
    least = timeouts.head().compareTo(least) < 0 ? timeouts.head() : least;
    return timeouts.body().compareTo(least) < 0 ? timeouts.body() : least;
  }

  @Override
  public void handlerRemoved(ChannelHandlerContext ctx) {
    tick.cancel(false);
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof ByteBuf data) {
      bytes += data.readableBytes();
      if (phase == Phase.IDLE) {
        expect(Phase.HEAD);
      }
    }
    ctx.fireChannelRead(message);
  }

  private void check(ChannelHandlerContext ctx) {
    Duration passed = Duration.ofNanos(System.nanoTime() - since);
    switch (phase) {
      case IDLE -> fireIf(ctx, passed.compareTo(timeouts.idle()) > 0);
      case HEAD -> fireIf(ctx, passed.compareTo(timeouts.head()) > 0);
      case BODY -> {
        if (passed.compareTo(timeouts.body()) > 0) {
          fireIf(ctx, bytes < timeouts.bodyMinimum());
          restart();
        }
      }
      case NONE -> {}
    }
  }

  private void fireIf(ChannelHandlerContext ctx, boolean late) {
    if (late) {
      Phase overdue = phase;
      phase = Phase.NONE;
      ctx.fireUserEventTriggered(new TooSlow(overdue));
    }
  }
}
