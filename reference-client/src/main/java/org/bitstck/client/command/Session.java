package org.bitstck.client.command;

import java.util.Objects;
import java.util.function.Supplier;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.Outcome;
import org.bitstck.client.upload.Policies;
import org.bitstck.client.upload.StateFile;
import org.bitstck.client.upload.Upload;
import org.bitstck.client.upload.UploadListener;
import org.bitstck.client.upload.UploadOptions;
import org.bitstck.client.upload.UploadState;

/** The uploads of one command, one after the other, and the signals that stop them. */
final class Session {
  /** Milliseconds that a cancelled upload has for telling the server. */
  private static final long CANCEL_MILLIS = 15_000;

  private final boolean json;
  private final boolean quiet;
  private final boolean verbose;
  private final Supplier<Policies> policies;
  private Upload upload;
  private boolean cancelled;
  private boolean paused;

  Session(boolean json, boolean quiet, boolean verbose, Supplier<Policies> policies) {
    this.json = json;
    this.quiet = quiet;
    this.verbose = verbose;
    this.policies = policies;
  }

  /**
   * Uploads a file.
   *
   * @throws ExchangeFailure if the state file is not usable
   */
  Outcome run(UploadOptions options, StateFile stateFile, long pauseAfter) throws ExchangeFailure {
    UploadState state = stateFile == null ? new UploadState() : stateFile.read();
    String name = Objects.toString(options.file().getFileName());
    Events events = json ? new Events(System.out, options.file().toString()) : null;
    Progress progress =
        !json && !quiet && !verbose && System.console() != null
            ? new Progress(System.err, name)
            : null;
    UploadListener listener = new Notes(System.err, verbose);
    if (events != null) {
      listener = events;
    } else if (progress != null) {
      listener = progress;
    }
    Watch watch = new Watch(listener, stateFile, pauseAfter);
    try (Upload running = new Upload(options, state, watch, policies.get())) {
      watch.upload(running);
      begin(running);
      Outcome outcome = running.run();
      if (progress != null) {
        progress.end();
      }
      if (events != null) {
        events.outcome(outcome);
      } else {
        say(outcome, options, state);
      }
      if (stateFile != null && state.phase() == UploadState.Phase.DONE) {
        stateFile.delete();
      }
      return outcome;
    }
  }

  private synchronized void begin(Upload running) {
    upload = running;
    if (cancelled) {
      running.cancel();
    } else if (paused) {
      running.pause();
    }
  }

  private void say(Outcome outcome, UploadOptions options, UploadState state) {
    String what = options.file() + " to " + options.destination();
    switch (outcome.kind()) {
      case SUCCESS -> {
        if (!quiet) {
          System.out.println("uploaded " + what + ", " + Progress.bytes(state.size()));
        }
      }
      case PAUSED ->
          System.err.println(
              "bits-upload: paused " + what + " at " + state.offset() + " of " + state.size());
      case CANCELLED -> System.err.println("bits-upload: cancelled " + what);
      case FAILED -> System.err.println("bits-upload: failed: " + what);
    }
    if (outcome.failure() != null) {
      System.err.println("bits-upload: " + outcome.failure().message());
    }
  }

  /** Ctrl-C; the second time nothing is waited for. */
  synchronized void cancel() {
    if (cancelled) {
      Runtime.getRuntime().halt(ExitCode.CANCELLED);
    }
    cancelled = true;
    Thread limit =
        new Thread(
            () -> {
              try {
                Thread.sleep(CANCEL_MILLIS);
              } catch (InterruptedException e) {
                return;
              }
              System.err.println("bits-upload: the server could not be told in time");
              Runtime.getRuntime().halt(ExitCode.CANCELLED);
            },
            "cancel limit");
    limit.setDaemon(true);
    limit.start();
    if (upload != null) {
      upload.cancel();
    }
    System.err.println("bits-upload: cancelling; again to stop at once");
  }

  /** SIGTERM. */
  synchronized void pause() {
    paused = true;
    if (upload != null) {
      upload.pause();
    }
    System.err.println("bits-upload: pausing");
  }
}
