package org.bitstck.server.defect;

import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.notification.ApplicationAnswer;
import org.bitstck.server.notification.HttpNotifier;
import org.bitstck.server.notification.Notification;
import org.bitstck.server.notification.NotificationSettings;
import org.bitstck.server.protocol.Refusal;

/** The usual places at which a mistake is made in telling the application. */
final class Telling {
  private Telling() {}

  /** What the application made of an upload; throws if it did not take it. */
  interface Verdict {
    ApplicationAnswer read(Notification notification, ApplicationAnswer answer, Refusal failure)
        throws Refusal, IOException;
  }

  /** What is told. */
  static Consumer<Policies> notification(UnaryOperator<Notification> change) {
    return policies ->
        policies.aroundNotifier(inner -> notification -> inner.send(change.apply(notification)));
  }

  /** How the outcome is understood; either the answer or the failure is null. */
  static Consumer<Policies> verdict(Verdict verdict) {
    return policies ->
        policies.aroundNotifier(
            inner ->
                notification -> {
                  CompletableFuture<ApplicationAnswer> result = new CompletableFuture<>();
                  inner
                      .send(notification)
                      .whenComplete(
                          (answer, failure) ->
                              decide(verdict, notification, answer, failure, result));
                  return result;
                });
  }

  /** How an answer is understood. */
  static Consumer<Policies> answer(UnaryOperator<ApplicationAnswer> change) {
    return verdict(
        (notification, answer, failure) -> {
          if (failure != null) {
            throw failure;
          }
          return change.apply(answer);
        });
  }

  private static void decide(
      Verdict verdict,
      Notification notification,
      ApplicationAnswer answer,
      Throwable failure,
      CompletableFuture<ApplicationAnswer> result) {
    Throwable cause = failure instanceof CompletionException ? failure.getCause() : failure;
    if (cause != null && !(cause instanceof Refusal)) {
      result.completeExceptionally(cause);
      return;
    }
    try {
      result.complete(verdict.read(notification, answer, (Refusal) cause));
    } catch (Refusal | IOException | RuntimeException e) {
      result.completeExceptionally(e);
    }
  }

  /** Edits the head of the request. */
  static Consumer<Policies> request(Consumer<HttpRequest> edit) {
    return exchange(edit, answer -> {});
  }

  /** Edits the head of the answer. */
  static Consumer<Policies> head(Consumer<HttpResponse> edit) {
    return exchange(request -> {}, edit);
  }

  private static Consumer<Policies> exchange(
      Consumer<HttpRequest> request, Consumer<HttpResponse> answer) {
    return policies ->
        policies.aroundNotifying(
            pipeline ->
                pipeline.addBefore(
                    HttpNotifier.EXCHANGE,
                    null,
                    new ChannelDuplexHandler() {
                      @Override
                      public void write(
                          ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
                        if (message instanceof HttpRequest head) {
                          request.accept(head);
                        }
                        ctx.write(message, promise);
                      }

                      @Override
                      public void channelRead(ChannelHandlerContext ctx, Object message) {
                        if (message instanceof HttpResponse head) {
                          answer.accept(head);
                        }
                        ctx.fireChannelRead(message);
                      }
                    }));
  }

  static boolean isByValue(Notification notification) {
    return notification.type() == NotificationSettings.Type.BY_VALUE;
  }
}
