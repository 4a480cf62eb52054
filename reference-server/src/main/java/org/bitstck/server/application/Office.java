package org.bitstck.server.application;

import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** What this application does with uploads: makes the reply, and takes note of each upload once. */
final class Office implements Desk {
  private final SharedFolders shared;
  private final StaticReplies statics;
  private final Supplier<String> url;
  private final Memory memory;
  private final Delivery delivery;
  private final Executor disk;

  /**
   * @param url of the application as clients see it, without a slash at its end; known when it
   *     listens
   */
  Office(
      SharedFolders shared,
      StaticReplies statics,
      Supplier<String> url,
      Memory memory,
      Delivery delivery,
      Executor disk) {
    this.shared = shared;
    this.statics = statics;
    this.url = url;
    this.memory = memory;
    this.delivery = delivery;
    this.disk = disk;
  }

  @Override
  public CompletableFuture<Answer> take(Notice notice, ReplyRule rule, Upload body) {
    CompletableFuture<Answer> answer = new CompletableFuture<>();
    disk.execute(
        () -> {
          try {
            answer.complete(answer(notice, rule, body));
          } catch (Refused | IOException | RuntimeException e) {
            answer.completeExceptionally(e);
          }
        });
    return answer;
  }

  private Answer answer(Notice notice, ReplyRule rule, Upload body) throws Refused, IOException {
    if (rule.kind() == ReplyRule.Kind.ERROR) {
      throw new Refused(rule.status(), "told to answer so");
    }
    if (notice.byReference()) {
      shared.check(notice);
    }
    Upload upload = notice.byReference() ? Upload.read(notice.data()) : body;
    String key = key(notice, upload);
    Content reply =
        switch (rule.kind()) {
          case ECHO, STATIC -> Content.of(upload);
          case DIGEST -> Content.of(upload.sha256() + "\n");
          case NONE, ERROR -> Content.NOTHING;
        };
    String staticUrl =
        rule.kind() == ReplyRule.Kind.STATIC ? url.get() + statics.publish(key, reply) : null;
    Answer answer = delivery.deliver(notice, reply, staticUrl, rule.copy());
    // behind the reply: an upload whose reply cannot be made has had no effect
    memory.note(key, notice, upload);
    return answer;
  }

  /** Two notifications are one if they say the same; by value that is where it goes and what. */
  private static String key(Notice notice, Upload upload) {
    return Sha256.of(
        notice.originalUrl(),
        String.valueOf(notice.data()),
        String.valueOf(notice.reply()),
        upload.sha256());
  }
}
