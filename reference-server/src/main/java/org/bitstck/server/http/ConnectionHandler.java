package org.bitstck.server.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import org.bitstck.server.access.Users;
import org.bitstck.server.observe.Log;
import org.bitstck.server.protocol.Ack;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Peer;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.upload.Body;
import org.bitstck.server.upload.Reception;

/**
 * One connection: requests in, answers out, in the same order. While an answer is being made
 * nothing more is read, so pipelined requests wait. Used on the channel's own thread only.
 */
final class ConnectionHandler extends SimpleChannelInboundHandler<HttpObject> {
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

  private final ConnectionParts shared;
  private final SlowPeerGuard guard;
  private State state = State.HEAD;
  private HttpRequest request;
  private Body body;
  private long received;
  private long dropped;
  private boolean close;
  private boolean stopping;
  private Peer peer;
  private String user;
  private long since;

  ConnectionHandler(ConnectionParts shared, SlowPeerGuard guard) {
    this.shared = shared;
    this.guard = guard;
  }

  @Override
  public void channelActive(ChannelHandlerContext ctx) {
    peer = Peers.of(ctx.channel(), shared.tls());
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
    received = 0;
    dropped = 0;
    since = System.nanoTime();
    close = stopping || RequestHead.endsConnection(head);
    guard.expect(SlowPeerGuard.Phase.BODY);
    String authorization = head.headers().get("Authorization");
    Users users = shared.users().get();
    Optional<String> known = users.known(authorization);
    if (known != null) {
      user = known.orElse(null);
      dispatch(ctx);
      return;
    }
    hold(ctx);
    CompletableFuture.supplyAsync(() -> users.check(authorization), shared.passwords())
        .whenComplete(
            (checked, failure) ->
                ctx.executor()
                    .execute(
                        () -> {
                          user = failure == null ? checked.orElse(null) : null;
                          dispatch(ctx);
                          if (state != State.PENDING) {
                            ctx.channel().config().setAutoRead(true);
                          }
                        }));
  }

  private void dispatch(ChannelHandlerContext ctx) {
    if (RequestHead.isPacket(request)) {
      begin(ctx, shared.packets().receive(request, peer, user));
      return;
    }
    PlainRequests.Found found = shared.plainRequests().find(request, user);
    ChannelFuture streamed =
        found.file() == null
            ? null
            : shared.plainRequests().send(ctx, request, found.file(), close);
    if (streamed == null) {
      int status = found.file() == null ? found.status() : 404;
      observe(null, status);
      answer(ctx, PlainRequests.empty(status), State.DRAIN);
    } else {
      observe(null, 200);
      hold(ctx);
      streamed.addListener(done -> resume(ctx));
    }
  }

  private void begin(ChannelHandlerContext ctx, Reception reception) {
    if (reception instanceof Reception.Answered answered) {
      // a client that waits for 100 may or may not send its body now
      boolean holdsBody = HttpUtil.is100ContinueExpected(request);
      close |= RequestHead.hasBody(request) && (holdsBody || !RequestHead.hasSmallBody(request));
      acknowledge(ctx, answered.ack(), State.DRAIN);
    } else if (reception instanceof Reception.Pending pending) {
      await(ctx, pending.ack(), State.DRAIN);
    } else if (reception instanceof Reception.Receiving receiving) {
      body = receiving.body();
      next(State.BODY);
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
        received += bytes.remaining();
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
    } else if (dropped > RequestHead.DRAIN) {
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
      Log.error("request failed", failure);
      Refusal refusal = Refusal.server(500, HResult.FAILED, String.valueOf(failure));
      acknowledge(ctx, shared.packets().refuse(request, refusal), after);
    } else {
      acknowledge(ctx, ack, after);
    }
  }

  private void acknowledge(ChannelHandlerContext ctx, Ack ack, State after) {
    observe(ack, ack.status());
    answer(ctx, Answers.of(ack), after);
  }

  private void observe(Ack ack, int status) {
    shared
        .observer()
        .accept(
            Exchanges.of(request, ack, status, peer, user, received, System.nanoTime() - since));
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
    LingeringClose.after(ctx, shared.timeouts().linger());
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
        acknowledge(ctx, shared.packets().refuse(request, refusal), State.CLOSING);
      } else {
        ctx.close();
      }
    }
    if (event == HttpServer.STOP) {
      stopping = true;
      close = true;
      if (state == State.HEAD) {
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
    if (!(cause instanceof IOException) && !(cause instanceof DecoderException)) {
      Log.error("connection failed", cause);
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
