package org.bitstck.play.client.driver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.play.process.Family;
import org.bitstck.play.process.NotStarted;
import org.bitstck.play.process.Scratch;
import org.bitstck.play.process.Tail;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.subject.ClientFile;
import org.bitstck.subject.CommandTemplate;

/** An upload of a client that is a process: its exit code is its outcome. */
final class CommandUpload implements ClientDriver.Upload {
  /** What a shell, and the JVM, add to the number of the signal that ended a process. */
  private static final int ENDED_BY_SIGNAL = 128;

  /** How long to wait for the rest of the output of a process that has ended, in milliseconds. */
  private static final int LAST_WORDS = 500;

  /** Times the time that it took to send a signal: so long it may take until it arrives. */
  private static final int SLOWER = 15;

  private static final long SLOWEST_NANOS = TimeUnit.SECONDS.toNanos(3);

  private final CommandDriver driver;
  private final UploadOrder order;
  private final Consumer<Report> outcomes;
  private final Path state;
  private final List<Family> families = new ArrayList<>();
  private Process process;
  private CallerAct.Kind asked;
  private Credentials credentials;
  private boolean cancelling;
  private boolean closed;

  CommandUpload(CommandDriver driver, UploadOrder order, Consumer<Report> outcomes) {
    this.driver = driver;
    this.order = order;
    this.outcomes = outcomes;
    this.credentials = order.credentials();
    try {
      this.state = Files.createDirectory(driver.folder().resolve(order.id()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  void start() {
    run(driver.client().command(), false);
  }

  /**
   * Starts a process for this upload.
   *
   * @param toCancel it was started to cancel what does not run
   */
  private synchronized void run(CommandTemplate template, boolean toCancel) {
    if (closed) {
      return;
    }
    asked = null;
    cancelling = toCancel;
    ClientFile client = driver.client();
    List<String> command = template.filled(this::value);
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(client.environment());
    if (client.folder() != null) {
      builder.directory(client.folder().toFile());
    }
    try {
      process = builder.start();
      process.getOutputStream().close();
    } catch (IOException e) {
      String why = "cannot start '" + command.get(0) + "': " + NotStarted.why(e);
      driver.cannotStart(why);
      outcomes.accept(Report.of(Outcome.NONE, why));
      return;
    }
    Family family = new Family(process);
    families.add(family);
    Tail tail = new Tail();
    Process started = process;
    Thread reader = daemon("output", () -> tail.drain(started.getInputStream()));
    daemon("end", () -> watch(started, family, tail, reader));
  }

  private Thread daemon(String what, Runnable work) {
    Thread thread = new Thread(work, "bits-tck client " + order.id() + " " + what);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void watch(Process started, Family family, Tail tail, Thread reader) {
    try {
      int code = family.await();
      reader.join(LAST_WORDS); // in vain where a child that is left behind holds the output open
      driver.said(order.id(), tail.lines());
      Report report;
      synchronized (this) {
        report = report(code, asked, tail);
        if (process == started) {
          process = null;
        }
      }
      outcomes.accept(report);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private Report report(int code, CallerAct.Kind act, Tail tail) {
    String message = "exit code " + code;
    if (!tail.lastWords().isEmpty()) {
      message += ": " + tail.lastWords();
    }
    ClientFile.Ending ending = driver.client().endings().get(code);
    if (ending != null) {
      return new Report(ending.outcome(), ending.cause(), 0, -1, -1, message);
    }
    if (code == 0) {
      return Report.of(cancelling ? Outcome.CANCELLED : Outcome.SUCCESS, message);
    }
    if (act != null && code > ENDED_BY_SIGNAL) {
      return Report.of(act == CallerAct.Kind.PAUSE ? Outcome.PAUSED : Outcome.CANCELLED, message);
    }
    return Report.of(Outcome.FAILED, message);
  }

  private Optional<String> value(String place) {
    return switch (place) {
      case "url" -> Optional.of(order.url());
      case "file" -> Optional.of(order.file().toString());
      case "id" -> Optional.of(order.id());
      case "state" -> Optional.of(state.toString());
      case "reply" -> Optional.ofNullable(order.replyTo()).map(Path::toString);
      case "fragment-size" -> positive(order.fragmentSize(), 1);
      case "user" -> Optional.ofNullable(credentials).map(Credentials::user);
      case "password" -> Optional.ofNullable(credentials).map(Credentials::password);
      case "password-file" -> Optional.ofNullable(credentials).map(this::passwordFile);
      case "send-timeout" -> positive(order.sendTimeoutMs(), 0);
      case "answer-timeout" -> positive(order.answerTimeoutMs(), 0);
      case "retry-delay" -> positive(order.retryDelayMs(), 0);
      default -> Optional.empty();
    };
  }

  private static Optional<String> positive(long number, long least) {
    return number < least ? Optional.empty() : Optional.of(String.valueOf(number));
  }

  private String passwordFile(Credentials given) {
    try {
      return Files.writeString(driver.folder().resolve(order.id() + ".password"), given.password())
          .toString();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void pause() {
    signal(CallerAct.Kind.PAUSE);
  }

  @Override
  public void cancel() {
    if (!signal(CallerAct.Kind.CANCEL) && driver.client().cancel() != null) {
      run(driver.client().cancel(), true);
    }
  }

  @Override
  public void resume(Credentials newOnes) {
    if (newOnes != null) {
      credentials = newOnes;
    }
    ClientFile client = driver.client();
    run(client.resume() == null ? client.command() : client.resume(), false);
  }

  /** Tells a running process; false if none runs. The outcome that comes first counts. */
  private synchronized boolean signal(CallerAct.Kind act) {
    String name = driver.client().signals().get(act);
    if (name == null || process == null || !process.isAlive()) {
      return false;
    }
    asked = act;
    long start = System.nanoTime();
    try {
      Process kill =
          new ProcessBuilder("kill", "-s", name, String.valueOf(process.pid()))
              .redirectErrorStream(true)
              .redirectOutput(ProcessBuilder.Redirect.DISCARD)
              .start();
      kill.waitFor(5, TimeUnit.SECONDS);
      // nobody says when a signal has arrived: on a machine that is slow to send it, it is slow
      long took = System.nanoTime() - start;
      process.waitFor(Math.min(SLOWER * took, SLOWEST_NANOS), TimeUnit.NANOSECONDS);
    } catch (IOException e) {
      outcomes.accept(Report.of(Outcome.NONE, "cannot run 'kill': " + e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return true;
  }

  @Override
  public synchronized void close() {
    closed = true;
    families.forEach(Family::end);
    Scratch.delete(state);
  }
}
