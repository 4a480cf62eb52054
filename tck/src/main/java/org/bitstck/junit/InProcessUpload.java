package org.bitstck.junit;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;

/** An upload of a client in this JVM, and what the client is told of it. */
final class InProcessUpload implements ClientDriver.Upload, UploadTask {
  private final InProcessDriver driver;
  private final BitsClient client;
  private final UploadOrder order;
  private final Consumer<Report> outcomes;
  private final List<Thread> threads = new ArrayList<>();
  private Credentials credentials;
  private boolean running;
  private boolean closed;

  /** What may throw anything. */
  @FunctionalInterface
  private interface Action {
    UploadOutcome perform() throws Exception;
  }

  InProcessUpload(
      InProcessDriver driver, BitsClient client, UploadOrder order, Consumer<Report> outcomes) {
    this.driver = driver;
    this.client = client;
    this.order = order;
    this.outcomes = outcomes;
    this.credentials = order.credentials();
  }

  void start() {
    run(() -> client.upload(this));
  }

  private synchronized void run(Action action) {
    running = true;
    work(
        () -> {
          UploadOutcome outcome = outcome(action);
          synchronized (this) {
            running = false;
          }
          outcomes.accept(outcome.report());
        });
  }

  private synchronized void work(Runnable work) {
    if (!closed) {
      threads.add(driver.work(work));
    }
  }

  /** A client that throws anything at all has failed; a test's own assertions included. */
  private static UploadOutcome outcome(Action action) {
    try {
      UploadOutcome outcome = action.perform();
      return outcome == null ? UploadOutcome.SUCCESS : outcome;
    } catch (Exception | AssertionError e) {
      return UploadOutcome.failed(e.toString());
    }
  }

  @Override
  public void pause() {
    act(
        () -> {
          client.pause(this);
          return null;
        });
  }

  @Override
  public void resume(Credentials newOnes) {
    synchronized (this) {
      credentials = newOnes == null ? credentials : newOnes;
    }
    run(() -> client.resume(this));
  }

  @Override
  public void cancel() {
    boolean stopped;
    synchronized (this) {
      stopped = !running;
    }
    act(
        () -> {
          client.cancel(this);
          return stopped ? UploadOutcome.CANCELLED : null;
        });
  }

  /** The outcome of what runs comes from the upload; only what does not run tells its own. */
  private void act(Action action) {
    work(
        () -> {
          try {
            UploadOutcome outcome = action.perform();
            if (outcome != null) {
              outcomes.accept(outcome.report());
            }
          } catch (Exception | AssertionError e) {
            outcomes.accept(UploadOutcome.failed(e.toString()).report());
          }
        });
  }

  /** What hangs in spite of this ends when the kit's server closes its connection. */
  @Override
  public synchronized void close() {
    closed = true;
    threads.forEach(Thread::interrupt);
  }

  @Override
  public String id() {
    return order.id();
  }

  @Override
  public String url() {
    return order.url();
  }

  @Override
  public Path file() {
    return order.file();
  }

  @Override
  public Optional<Path> replyTo() {
    return Optional.ofNullable(order.replyTo());
  }

  @Override
  public OptionalLong fragmentSize() {
    return order.fragmentSize() > 0 ? OptionalLong.of(order.fragmentSize()) : OptionalLong.empty();
  }

  @Override
  public synchronized Optional<String> user() {
    return Optional.ofNullable(credentials).map(Credentials::user);
  }

  @Override
  public synchronized Optional<String> password() {
    return Optional.ofNullable(credentials).map(Credentials::password);
  }

  @Override
  public Optional<Duration> sendTimeout() {
    return millis(order.sendTimeoutMs());
  }

  @Override
  public Optional<Duration> answerTimeout() {
    return millis(order.answerTimeoutMs());
  }

  @Override
  public Optional<Duration> retryDelay() {
    return millis(order.retryDelayMs());
  }

  private static Optional<Duration> millis(long time) {
    return time < 0 ? Optional.empty() : Optional.of(Duration.ofMillis(time));
  }

  @Override
  public String toString() {
    return order.id();
  }
}
