package org.bitstck.server.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.concurrent.CompletionStage;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.upload.Body;
import org.bitstck.server.upload.PacketHandler;
import org.bitstck.server.upload.Reception;

/**
 * One connection: requests in, answers out, in the same order. While an answer is being made
 * nothing more is read, so pipelined requests wait. Used on the channel's own thread only.
 */
final class ConnectionHandler extends SimpleChannelInboundHandler<HttpObject> {
  /** The method of all upload packets; method names are case-sensitive (MC-BUP 2.2.1). */
  private static final HttpMethod BITS_POST = HttpMethod.valueOf("BITS_POST");

  /** Bytes of an unwanted body that are read so that the connection can be used again. */
  private static final long DRAIN = 16L * 1024 * 1024;

  private enum State {
    /** Between two requests. */
    HEAD,
    /** A body comes, and goes to {@link #body}. */
    BODY,
    /** The answer is being made; nothing is read. */
    PENDING,
    /** The request is answered; what is left of its body is dropped. */
    DRAIN,
    /** The last answer is sent; whatever still comes is dropped. */
    CLOSING
  }

  private final PacketHandler packets;
  private final PlainRequests plainRequests;
  private final SlowPeerGuard guard;
  private final Timeouts timeouts;
  private final boolean tls;
  private State state = State.HEAD;
  private HttpRequest request;
  private Body body;
  private long dropped;
  private boolean close;
  private Peer peer;

  ConnectionHandler(
      PacketHandler packets,
      PlainRequests plainRequests,
      SlowPeerGuard guard,
      Timeouts timeouts,
      boolean tls) {
    this.packets = packets;
    this.plainRequests = plainRequests;
    this.guard = guard;
    this.timeouts = timeouts;
    this.tls = tls;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    peer = Peers.of(ctx.channel(), tls);
    ctx.fireChannelActive();
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
    if (message instanceof HttpRequest head && state == State.HEAD) {
      begin(ctx, head);
    }
    if (message instanceof HttpContent content) {
      receive(ctx, content);
    }
  }

  private void begin(ChannelHandlerContext ctx, HttpRequest head) {
    request = head;
    dropped = 0;
    boolean packet = head.method().equals(BITS_POST) || head.decoderResult().isFailure();
    close = !HttpUtil.isKeepAlive(head) || head.decoderResult().isFailure();
    // bytes behind a head without a length may belong to it or to the next request
    close |= packet && !head.headers().contains("Content-Length");
    close |= HttpUtil.isTransferEncodingChunked(head);
    guard.expect(SlowPeerGuard.Phase.BODY);
    if (packet) {
      begin(ctx, packets.receive(head, peer));
    } else {
      ChannelFuture streamed = plainRequests.answer(ctx, head, close);
      if (streamed == null) {
        answer(ctx, plainRequests.answer(head), State.DRAIN);
      } else {
        hold(ctx);
        streamed.addListener(done -> resume(ctx));
      }
    }
  }

  private void begin(ChannelHandlerContext ctx, Reception reception) {
    if (reception instanceof Reception.Answered answered) {
      // a client that waits for 100 may or may not send its body now
      close |= HttpUtil.is100ContinueExpected(request);
      close |= HttpUtil.getContentLength(request, 0L) > DRAIN;
      answer(ctx, Answers.of(answered.ack()), State.DRAIN);
    } else if (reception instanceof Reception.Pending pending) {
      await(ctx, pending.ack(), State.DRAIN);
    } else if (reception instanceof Reception.Receiving receiving) {
      body = receiving.body();
      state = State.BODY;
      if (HttpUtil.is100ContinueExpected(request)) {
        ctx.writeAndFlush(Answers.goOn());
      }
    }
  }

  private void receive(ChannelHandlerContext ctx, HttpContent content) {
    if (content.decoderResult().isFailure()) {
      abort();
      ctx.close();
      return;
    }
    if (state == State.BODY) {
      for (ByteBuffer bytes : content.content().nioBuffers()) {
        body.write(bytes);
      }
      if (content instanceof LastHttpContent) {
        Body whole = body;
        body = null;
        await(ctx, whole.complete(), State.HEAD);
      }
      return;
    }
    dropped += content.content().readableBytes();
    if (state == State.DRAIN && content instanceof LastHttpContent) {
      next(State.HEAD);
    } else if (dropped > DRAIN) {
      ctx.close();
    }
  }

  private void await(ChannelHandlerContext ctx, CompletionStage<Ack> ack, State after) {
    if (ack.toCompletableFuture().isDone()) {
      ack.whenComplete((made, failure) -> answer(ctx, made, failure, after));
      return;
    }
    hold(ctx);
    ack.whenComplete(
        (made, failure) ->
            ctx.executor()
                .execute(
                    () -> {
                      answer(ctx, made, failure, after);
                      ctx.channel().config().setAutoRead(true);
                    }));
  }

  /** Reads nothing more until the answer is made. */
  private void hold(ChannelHandlerContext ctx) {
    next(State.PENDING);
    ctx.channel().config().setAutoRead(false);
  }

  private void resume(ChannelHandlerContext ctx) {
    next(State.DRAIN);
    if (close) {
      linger(ctx);
    }
    ctx.channel().config().setAutoRead(true);
  }

  private void answer(ChannelHandlerContext ctx, Ack ack, Throwable failure, State after) {
    if (failure != null) {
      Refusal refusal = Refusal.server(500, HResult.FAILED, String.valueOf(failure));
      answer(ctx, Answers.of(packets.refuse(request, refusal)), after);
    } else {
      answer(ctx, Answers.of(ack), after);
    }
  }

  private void answer(ChannelHandlerContext ctx, FullHttpResponse response, State after) {
    next(after);
    if (close) {
      response.headers().add("Connection", "close");
    }
    ctx.writeAndFlush(response);
    if (close) {
      linger(ctx);
    }
  }

  private void linger(ChannelHandlerContext ctx) {
    next(State.CLOSING);
    LingeringClose.after(ctx, timeouts.linger(), tls);
  }

  private void next(State after) {
    state = after;
    guard.expect(
        switch (after) {
          case HEAD -> SlowPeerGuard.Phase.IDLE;
          case BODY, DRAIN -> SlowPeerGuard.Phase.BODY;
          case PENDING, CLOSING -> SlowPeerGuard.Phase.NONE;
        });
  }

  @Override
  public void userEventTriggered(ChannelHandlerContext ctx, Object event) throws Exception {
    if (event instanceof SlowPeerGuard.TooSlow slow) {
      boolean unanswered = slow.phase() == SlowPeerGuard.Phase.HEAD || state == State.BODY;
      abort();
      if (unanswered) {
        close = true;
        Refusal refusal = Refusal.server(408, HResult.FAILED, "the client is too slow");
        answer(ctx, Answers.of(packets.refuse(request, refusal)), State.CLOSING);
      } else {
        ctx.close();
      }
    }
    super.userEventTriggered(ctx, event);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) throws Exception {
    abort();
    super.channelInactive(ctx);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    abort();
    if (!(cause instanceof IOException)) {
      cause.printStackTrace();
    }
    ctx.close();
  }

  /** The body will not come to its end. */
  private void abort() {
    if (body != null) {
      body.abort();
      body = null;
    }
  }
}
