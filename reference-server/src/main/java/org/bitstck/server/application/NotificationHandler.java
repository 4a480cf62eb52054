package org.bitstck.server.application;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.DecoderException;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpUtil;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import org.bitstck.server.http.Answers;
import org.bitstck.server.http.DownloadRules;
import org.bitstck.server.http.FileAnswer;
import org.bitstck.server.http.LingeringClose;
import org.bitstck.server.http.SlowPeerGuard;
import org.bitstck.server.observe.Log;

/**
 * One connection: notifications and downloads of static replies, one after the other. While an
 * answer is being made nothing more is read. Used on the channel's own thread only.
 */
final class NotificationHandler extends SimpleChannelInboundHandler<HttpObject> {
  /** Bytes of an unwanted body that are read so that the connection can be used again. */
  private static final long DRAIN = 1024 * 1024;

  private enum State {
    /** Between two requests. */
    HEAD,
    /** A body comes. */
    BODY,
    /** The answer is being made; nothing is read. */
    PENDING,
    /** The request is answered; what is left of its body is dropped. */
    DRAIN,
    /** The last answer is sent; whatever still comes is dropped. */
    CLOSING
  }

  private final ApplicationParts parts;
  private final SlowPeerGuard guard;
  private State state = State.HEAD;
  private HttpRequest request;
  private Notice notice;
  private SpooledBody spool;
  private BodySink sink;
  private long received;
  private long dropped;
  private boolean close;
  private boolean stopping;
  private long since;

  NotificationHandler(ApplicationParts parts, SlowPeerGuard guard) {
    this.parts = parts;
    this.guard = guard;
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
    notice = null;
    received = 0;
    dropped = 0;
    since = System.nanoTime();
    close = stopping || !HttpUtil.isKeepAlive(head) || head.decoderResult().isFailure();
    guard.expect(SlowPeerGuard.Phase.BODY);
    boolean download =
        head.method().equals(HttpMethod.GET) || head.method().equals(HttpMethod.HEAD);
    if (download && head.protocolVersion().equals(HttpVersion.HTTP_1_1)) {
      download(ctx, parts.policies().downloads().apply(head));
      return;
    }
    try {
      notice = parts.policies().reader().read(head);
      take(ctx, HttpUtil.getContentLength(head, 0L));
    } catch (Refused refused) {
      refuse(ctx, refused);
    } catch (IOException e) {
      refuse(ctx, new Refused(500, "the body cannot be kept: " + e.getMessage()));
    }
  }

  private void take(ChannelHandlerContext ctx, long length) throws Refused, IOException {
    if (notice.byReference() && length > 0) {
      throw new Refused(400, "a body beside the names of files");
    }
    if (length > parts.config().maxSize()) {
      throw new Refused(413, "a body of " + length + " bytes");
    }
    if (!notice.byReference()) {
      spool = new SpooledBody(parts.bodies());
      sink = parts.policies().bodies().apply(spool);
    }
    next(State.BODY);
    if (HttpUtil.is100ContinueExpected(request)) {
      ctx.writeAndFlush(Answers.goOn());
    }
  }

  private void download(ChannelHandlerContext ctx, HttpRequest wanted) {
    String path = wanted.uri().replaceFirst("\\?.*", "");
    Path file = parts.statics().find(path);
    ChannelFuture sent =
        file == null ? null : new FileAnswer(ctx, wanted, close, DownloadRules.STANDARD).send(file);
    if (sent == null) {
      boolean reply = path.startsWith(StaticReplies.PATH);
      answer(ctx, Answer.refusal(reply ? 404 : 405), State.DRAIN);
      return;
    }
    hold(ctx);
    sent.addListener(
        done -> {
          next(State.DRAIN);
          if (close) {
            linger(ctx);
          }
          ctx.channel().config().setAutoRead(true);
        });
  }

  private void receive(ChannelHandlerContext ctx, HttpContent content) {
    if (content.decoderResult().isFailure()) {
      abort();
      ctx.close();
      return;
    }
    if (state == State.BODY) {
      store(ctx, content);
      return;
    }
    dropped += content.content().readableBytes();
    if (state == State.DRAIN && content instanceof LastHttpContent) {
      next(State.HEAD);
    } else if (dropped > DRAIN) {
      ctx.close();
    }
  }

  private void store(ChannelHandlerContext ctx, HttpContent content) {
    try {
      for (ByteBuffer bytes : content.content().nioBuffers()) {
        received += bytes.remaining();
        if (received > parts.config().maxSize()) {
          throw new Refused(413, "a body beyond the limit");
        }
        if (sink != null) {
          sink.write(bytes);
        } else if (bytes.hasRemaining()) {
          throw new Refused(400, "a body beside the names of files");
        }
      }
      if (content instanceof LastHttpContent) {
        finish(ctx, spool == null ? null : spool.finish());
      }
    } catch (Refused refused) {
      close = true;
      refuse(ctx, refused);
    } catch (IOException e) {
      close = true;
      refuse(ctx, new Refused(500, "the body cannot be kept: " + e.getMessage()));
    }
  }

  private void finish(ChannelHandlerContext ctx, Upload upload) {
    hold(ctx);
    ReplyRule rule = parts.config().rule(request.uri().replaceFirst("\\?.*", ""));
    parts
        .desk()
        .take(notice, rule, upload)
        .whenComplete(
            (made, failure) ->
                ctx.executor()
                    .execute(
                        () -> {
                          answer(ctx, failure == null ? made : failed(failure), State.HEAD);
                          ctx.channel().config().setAutoRead(true);
                        }));
  }

  private Answer failed(Throwable failure) {
    Throwable cause = failure.getCause() == null ? failure : failure.getCause();
    Refused refused =
        failure instanceof Refused known
            ? known
            : cause instanceof Refused known ? known : new Refused(500, String.valueOf(failure));
    Log.info("not taken", "url", notice.originalUrl(), "why", refused.getMessage());
    return parts.policies().failures().apply(refused);
  }

  private void refuse(ChannelHandlerContext ctx, Refused refused) {
    Log.info("refused", "target", request.uri(), "why", refused.getMessage());
    boolean large = HttpUtil.getContentLength(request, 0L) > DRAIN;
    close |= large || HttpUtil.is100ContinueExpected(request);
    answer(ctx, Answer.refusal(refused.status()), State.DRAIN);
  }

  private void answer(ChannelHandlerContext ctx, Answer answer, State after) {
    SpooledBody body = spool;
    spool = null;
    sink = null;
    Log.info(
        "notification",
        "url",
        notice == null ? null : notice.originalUrl(),
        "way",
        notice == null ? null : notice.byReference() ? "reference" : "value",
        "bytes",
        received,
        "status",
        answer.status(),
        "reply",
        answer.body().length(),
        "micros",
        (System.nanoTime() - since) / 1000);
    next(after);
    try {
      ChannelFuture sent = ApplicationAnswers.send(ctx, answer, close, parts.policies().answers());
      sent.addListener(done -> discard(body));
    } catch (IOException e) {
      discard(body);
      Log.error("the reply cannot be read", e);
      ctx.close();
      return;
    }
    if (close) {
      linger(ctx);
    }
  }

  private static void discard(SpooledBody body) {
    if (body != null) {
      body.close();
    }
  }

  private void linger(ChannelHandlerContext ctx) {
    next(State.CLOSING);
    LingeringClose.after(ctx, parts.config().timeouts().linger());
  }

  /** Reads nothing more until the answer is made. */
  private void hold(ChannelHandlerContext ctx) {
    next(State.PENDING);
    ctx.channel().config().setAutoRead(false);
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
    if (event instanceof SlowPeerGuard.TooSlow) {
      abort();
      ctx.close();
    }
    if (event == ApplicationServer.STOP) {
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
    if (state != State.PENDING) {
      abort();
    }
    super.channelInactive(ctx);
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!(cause instanceof IOException) && !(cause instanceof DecoderException)) {
      Log.error("connection failed", cause);
    }
    ctx.close();
  }

  /** The body will not come to its end. */
  private void abort() {
    discard(spool);
    spool = null;
    sink = null;
  }
}
