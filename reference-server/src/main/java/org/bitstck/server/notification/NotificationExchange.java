package org.bitstck.server.notification;

import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpObject;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.util.concurrent.ScheduledFuture;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.bitstck.server.protocol.Refusal;

/**
 * The answer to one notification: reads it, puts a reply that comes as its body into the reply
 * file, and watches the time. Used on the channel's own thread only.
 */
final class NotificationExchange extends SimpleChannelInboundHandler<HttpObject> {
  private final Notification notification;
  private final CompletableFuture<ApplicationAnswer> result;
  private ScheduledFuture<?> timer;
  private ApplicationAnswer answer;
  private FileChannel reply;

  NotificationExchange(Notification notification, CompletableFuture<ApplicationAnswer> result) {
    this.notification = notification;
    this.result = result;
  }

  /** Starts the clock of the next part. */
  void limit(ChannelHandlerContext ctx, Duration time, String phase) {
    stopTimer();
    timer =
        ctx.executor()
            .schedule(
                () -> fail(ctx, ApplicationFailure.tooSlow(phase)),
                time.toMillis(),
                TimeUnit.MILLISECONDS);
  }

  /** The request is out. */
  void sent(ChannelHandlerContext ctx) {
    if (answer == null) {
      limit(ctx, notification.limits().headers(), "headers");
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext ctx, HttpObject message) {
    try {
      if (message instanceof HttpResponse response) {
        if (response.status().code() / 100 == 1) {
          return;
        }
        answer = AnswerHead.read(response);
        limit(ctx, notification.limits().answer(), "answer");
      }
      if (message instanceof HttpContent content && answer != null) {
        if (content.decoderResult().isFailure()) {
          throw ApplicationFailure.malformed("broken body");
        }
        for (ByteBuffer bytes : content.content().nioBuffers()) {
          store(bytes);
        }
        if (content instanceof LastHttpContent) {
          finish(ctx);
        }
      }
    } catch (Refusal refusal) {
      fail(ctx, refusal);
    } catch (IOException e) {
      fail(ctx, e);
    }
  }

  private void store(ByteBuffer bytes) throws IOException, Refusal {
    if (!bytes.hasRemaining()) {
      return;
    }
    if (notification.type() == NotificationSettings.Type.BY_REFERENCE) {
      throw ApplicationFailure.malformed("a body where the reply belongs into the file");
    }
    if (answer.staticUrl() != null) {
      throw ApplicationFailure.malformed("a body beside a static URL");
    }
    if (reply == null) {
      reply =
          FileChannel.open(
              temporary(),
              StandardOpenOption.CREATE,
              StandardOpenOption.TRUNCATE_EXISTING,
              StandardOpenOption.WRITE);
    }
    while (bytes.hasRemaining()) {
      reply.write(bytes);
    }
  }

  private Path temporary() {
    return notification.reply().resolveSibling(notification.reply().getFileName() + ".new");
  }

  private void finish(ChannelHandlerContext ctx) throws IOException {
    stopTimer();
    if (answer.staticUrl() == null) {
      if (reply != null) {
        reply.close();
        reply = null;
        Files.move(temporary(), notification.reply(), StandardCopyOption.ATOMIC_MOVE);
      } else if (!Files.exists(notification.reply())) {
        // an empty reply is a reply
        Files.createFile(notification.reply());
      }
    }
    result.complete(answer);
    ctx.close();
  }

  private void fail(ChannelHandlerContext ctx, Exception failure) {
    stopTimer();
    discard();
    result.completeExceptionally(failure);
    ctx.close();
  }

  private void discard() {
    try {
      if (reply != null) {
        reply.close();
        reply = null;
      }
      Files.deleteIfExists(temporary());
    } catch (IOException e) {
      // swept with the session
      return;
    }
  }

  private void stopTimer() {
    if (timer != null) {
      timer.cancel(false);
    }
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    if (!result.isDone()) {
      fail(ctx, ApplicationFailure.unreachable("it closed the connection"));
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext ctx, Throwable cause) {
    if (!result.isDone()) {
      fail(ctx, ApplicationFailure.unreachable(String.valueOf(cause)));
    }
  }
}
