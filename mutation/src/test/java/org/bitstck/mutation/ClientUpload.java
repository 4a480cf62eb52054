package org.bitstck.mutation;

import java.time.Duration;
import java.util.Locale;
import java.util.function.Consumer;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.Timers;
import org.bitstck.client.protocol.Profile;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.RetryPolicy;
import org.bitstck.client.upload.Upload;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.scenario.client.ClientClause;

/** An upload of the reference client that the kit steers. */
final class ClientUpload implements ClientDriver.Upload {
  private static final int RETRIES = 5;
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final UploadOrder order;
  private final Consumer<Report> outcomes;
  private final Upload upload;
  private boolean running;
  private boolean ended;
  private boolean again;

  ClientUpload(UploadOrder order, Profile profile, Consumer<Report> outcomes) {
    this.order = order;
    this.outcomes = outcomes;
    this.upload = new Upload(options(order, profile), new UploadState(), new UploadListener() {});
  }

  private static UploadOptions options(UploadOrder order, Profile profile) {
    Timers usual = Timers.DEFAULT;
    Duration answer = millis(order.answerTimeoutMs(), usual.answer());
    UploadOptions options =
        UploadOptions.of(order.file(), Destination.parse(order.url()))
            .withProfile(profile)
            .withReplyTo(order.replyTo())
            .withCredentials(credentials(order.credentials()))
            .withTimers(new Timers(millis(order.sendTimeoutMs(), usual.send()), answer, answer));
    if (order.fragmentSize() > 0) {
      options = options.withFragmentSize(order.fragmentSize());
    }
    if (order.retryDelayMs() > 0) {
      Duration delay = Duration.ofMillis(order.retryDelayMs());
      Duration longest = delay.compareTo(LONGEST_DELAY) > 0 ? delay : LONGEST_DELAY;
      options = options.withRetry(new RetryPolicy(RETRIES, delay, longest, true));
    }
    return options;
  }

  private static Duration millis(long millis, Duration otherwise) {
    return millis < 0 ? otherwise : Duration.ofMillis(millis);
  }

  private static Credentials credentials(UploadOrder.Credentials credentials) {
    return credentials == null ? null : new Credentials(credentials.user(), credentials.password());
  }

  /** Starts working, or goes on with it. */
  synchronized void go() {
    if (running || ended) {
      again = running;
      return;
    }
    running = true;
    Thread worker = new Thread(this::work, "upload " + order.id());
    worker.setDaemon(true);
    worker.start();
  }

  private void work() {
    boolean more = true;
    while (more) {
      Report report = run();
      synchronized (this) {
        ended =
            report.outcome() == ClientClause.Outcome.SUCCESS
                || report.outcome() == ClientClause.Outcome.CANCELLED;
        more = !ended && (again || upload.wantsCancel());
        again = false;
        running = more;
        if (!more) {
          upload.close();
        }
      }
      outcomes.accept(report);
    }
  }

  private Report run() {
    try {
      return report(upload.run());
    } catch (RuntimeException e) {
      return Report.of(ClientClause.Outcome.FAILED, e.toString());
    }
  }

  private static Report report(Outcome outcome) {
    ClientClause.Outcome word = ClientClause.Outcome.valueOf(outcome.kind().name());
    Failure failure = outcome.failure();
    if (failure == null) {
      return Report.of(word, "");
    }
    String cause = failure.cause().toString();
    if (failure.error() == null) {
      return new Report(word, cause, 0, -1, -1, failure.message());
    }
    return new Report(
        word,
        cause,
        failure.error().status(),
        hexadecimal(failure.error().code()),
        hexadecimal(failure.error().context()),
        failure.message());
  }

  /** -1 where there is none. */
  private static long hexadecimal(String text) {
    return text == null || text.isBlank()
        ? -1
        : Long.parseLong(text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", ""), 16);
  }

  @Override
  public void pause() {
    upload.pause();
  }

  @Override
  public void resume(UploadOrder.Credentials credentials) {
    if (credentials != null) {
      upload.credentials(credentials(credentials));
    }
    go();
  }

  @Override
  public void cancel() {
    synchronized (this) {
      if (ended) {
        return;
      }
    }
    upload.cancel();
    go();
  }

  @Override
  public void close() {
    synchronized (this) {
      if (!running) {
        return;
      }
    }
    upload.cancel();
  }
}
