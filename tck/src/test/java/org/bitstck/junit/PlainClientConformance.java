package org.bitstck.junit;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bitstck.clients.PlainUpload;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.Capability;

/** The plain client of this test tree, as the test of somebody who has written it. */
class PlainClientConformance extends BitsClientConformance {
  private final Map<UploadTask, Running> uploads = new ConcurrentHashMap<>();

  /** An upload and what it told. */
  private record Running(PlainUpload upload, BlockingQueue<Report> told, AtomicBoolean awaited) {}

  @Override
  public Set<Capability> capabilities() {
    return EnumSet.allOf(Capability.class);
  }

  @Override
  public UploadOutcome upload(UploadTask task) throws Exception {
    BlockingQueue<Report> told = new LinkedBlockingQueue<>();
    Running running =
        new Running(new PlainUpload(order(task), told::add), told, new AtomicBoolean());
    uploads.put(task, running);
    running.upload().start();
    return outcome(running);
  }

  @Override
  public void pause(UploadTask task) {
    uploads.get(task).upload().pause();
  }

  @Override
  public UploadOutcome resume(UploadTask task) throws Exception {
    uploads.get(task).upload().resume(credentials(task));
    return outcome(uploads.get(task));
  }

  @Override
  public void cancel(UploadTask task) throws Exception {
    Running running = uploads.get(task);
    boolean stopped = !running.awaited().get();
    running.upload().cancel();
    if (stopped) {
      running.told().take();
    }
  }

  private static UploadOutcome outcome(Running running) throws InterruptedException {
    running.awaited().set(true);
    Report report = running.told().take();
    running.awaited().set(false);
    return switch (report.outcome()) {
      case SUCCESS -> UploadOutcome.SUCCESS;
      case PAUSED -> UploadOutcome.PAUSED;
      case CANCELLED -> UploadOutcome.CANCELLED;
      default -> failure(report);
    };
  }

  private static UploadOutcome failure(Report report) {
    UploadOutcome failed =
        report.cause() == null
            ? UploadOutcome.failed(report.message())
            : UploadOutcome.failed(cause(report.cause()), report.message());
    return failed.withStatus(report.status()).withError(report.error(), report.context());
  }

  private static UploadOutcome.Cause cause(String word) {
    return UploadOutcome.Cause.valueOf(word.toUpperCase(java.util.Locale.ROOT).replace('-', '_'));
  }

  private static Credentials credentials(UploadTask task) {
    return task.user()
        .map(user -> new Credentials(user, task.password().orElseThrow()))
        .orElse(null);
  }

  private static UploadOrder order(UploadTask task) {
    return new UploadOrder(
        task.id(),
        task.url(),
        task.file(),
        task.replyTo().orElse(null),
        task.fragmentSize().orElse(0),
        credentials(task),
        task.answerTimeout().map(java.time.Duration::toMillis).orElse(-1L),
        task.sendTimeout().map(java.time.Duration::toMillis).orElse(-1L),
        task.retryDelay().map(java.time.Duration::toMillis).orElse(-1L));
  }
}
