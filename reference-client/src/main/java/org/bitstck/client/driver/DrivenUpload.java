package org.bitstck.client.driver;

import java.nio.file.Path;
import java.time.Duration;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.Timers;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.RetryPolicy;
import org.bitstck.client.upload.Upload;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/** An upload that another program steers. The methods are called by one thread. */
final class DrivenUpload {
  private static final int RETRIES = 5;
  private static final Duration LONGEST_DELAY = Duration.ofSeconds(5);

  private final String id;
  private final Lines out;
  private final Upload upload;
  private boolean running;
  private boolean ended;
  private boolean again;
  private Credentials nextCredentials;

  DrivenUpload(String id, Command start, Lines out, Conduct conduct) {
    this.id = id;
    this.out = out;
    this.upload =
        new Upload(
            options(start),
            new UploadState(),
            new UploadListener() {},
            conduct.of(start.text("defect")));
  }

  private static UploadOptions options(Command start) {
    Path file = Path.of(start.required("file"));
    UploadOptions options = UploadOptions.of(file, Destination.parse(start.required("url")));
    if (start.text("replyTo") != null) {
      options = options.withReplyTo(Path.of(start.text("replyTo")));
    }
    Timers usual = Timers.DEFAULT;
    Duration answer = start.millis("answerTimeoutMs", usual.answer());
    Timers timers = new Timers(start.millis("sendTimeoutMs", usual.send()), answer, answer);
    RetryPolicy retry = RetryPolicy.NONE;
    if (start.text("retryDelayMs") != null) {
      Duration delay = start.millis("retryDelayMs", Duration.ZERO);
      retry = new RetryPolicy(RETRIES, delay, longer(delay, LONGEST_DELAY), true);
    }
    return options
        .withFragmentSize(start.number("fragmentSize", UploadOptions.DEFAULT_FRAGMENT))
        .withCredentials(start.credentials())
        .withTimers(timers)
        .withRetry(retry);
  }

  private static Duration longer(Duration one, Duration other) {
    return one.compareTo(other) > 0 ? one : other;
  }

  synchronized boolean ended() {
    return ended;
  }

  /** Starts working, or goes on with it. */
  synchronized void go() {
    if (!running && !ended) {
      running = true;
      Thread worker = new Thread(this::work, "upload " + id);
      worker.setDaemon(true);
      worker.start();
    }
  }

  synchronized void pause() {
    // nothing to do if the outcome came first
    if (running) {
      upload.pause();
    }
  }

  synchronized void resume(Command command) {
    if (ended) {
      throw new IllegalArgumentException("upload " + id + " has ended");
    }
    if (running) {
      // it is about to stop
      again = true;
      nextCredentials = command.credentials();
      return;
    }
    if (command.credentials() != null) {
      upload.credentials(command.credentials());
    }
    go();
  }

  synchronized void cancel() {
    if (!ended) {
      upload.cancel();
      go();
    }
  }

  private void work() {
    while (true) {
      Outcome outcome = run();
      synchronized (this) {
        out.write(
            json -> {
              json.writeStringField("id", id);
              OutcomeFields.write(json, outcome);
            });
        ended = outcome.kind() == Outcome.Kind.SUCCESS || outcome.kind() == Outcome.Kind.CANCELLED;
        if (ended || !upload.wantsCancel() && !again) {
          upload.close();
          running = false;
          return;
        }
        if (again && nextCredentials != null) {
          upload.credentials(nextCredentials);
        }
        again = false;
        nextCredentials = null;
      }
    }
  }

  private Outcome run() {
    try {
      return upload.run();
    } catch (RuntimeException e) {
      e.printStackTrace();
      Failure failure = new Failure(Failure.Cause.FILE, null, false, "defect: " + e);
      return new Outcome(Outcome.Kind.FAILED, failure);
    }
  }
}
