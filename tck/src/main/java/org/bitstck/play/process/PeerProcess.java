package org.bitstck.play.process;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.play.SubjectControl.Refused;

/** A peer that the kit starts as a process of its own, and ends with all its children. */
public final class PeerProcess implements AutoCloseable {
  private static final int KEPT_LINES = 200;

  private final String peer;
  private final Process process;
  private final Thread hook;
  private final Deque<String> output = new ArrayDeque<>();
  private long written;
  private final CountDownLatch readyOrOver = new CountDownLatch(1);
  private volatile String ready;

  /** It cannot be started, or does not become ready; the message is for the user. */
  public static final class StartFailed extends Exception {
    public StartFailed(String message) {
      super(message);
    }
  }

  private PeerProcess(String peer, Process process, Pattern readyLine) {
    this.peer = peer;
    this.process = process;
    this.hook = new Thread(this::kill);
    Runtime.getRuntime().addShutdownHook(hook);
    Thread reader = new Thread(() -> read(readyLine), "bits-tck peer output");
    reader.setDaemon(true);
    reader.start();
  }

  /**
   * Starts a peer.
   *
   * @param peer what kind it is, for messages
   * @param folder to run in; null means the kit's own
   * @param environment added to the kit's own
   * @param readyLine a line of its output that says it is ready; null if another way tells
   * @throws StartFailed if the command cannot be run
   */
  public static PeerProcess start(
      String peer,
      List<String> command,
      Path folder,
      Map<String, String> environment,
      Pattern readyLine)
      throws StartFailed {
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(environment);
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    try {
      return new PeerProcess(peer, builder.start(), readyLine);
    } catch (IOException e) {
      throw new StartFailed(
          "cannot start the "
              + peer
              + " '"
              + command.get(0)
              + "'"
              + (folder == null ? "" : " in " + folder)
              + ": "
              + NotStarted.why(e));
    }
  }

  private void read(Pattern readyLine) {
    try (BufferedReader lines =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        synchronized (output) {
          output.add(line);
          written++;
          output.notifyAll();
          if (output.size() > KEPT_LINES) {
            output.remove();
          }
        }
        if (readyLine != null && ready == null) {
          Matcher matcher = readyLine.matcher(line);
          if (matcher.find()) {
            ready = matcher.groupCount() > 0 ? matcher.group(1) : matcher.group();
            readyOrOver.countDown();
          }
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // the process is over
    }
    readyOrOver.countDown();
  }

  /**
   * Waits for the line that says it is ready.
   *
   * @return what the line's first group holds
   * @throws StartFailed if the process ends or the time passes before
   */
  public String awaitReady(Duration within) throws StartFailed {
    try {
      if (!readyOrOver.await(within.toMillis(), TimeUnit.MILLISECONDS)) {
        throw new StartFailed(
            "the " + peer + " was not ready within " + within.toSeconds() + " s" + lastWords());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted");
    }
    if (ready == null) {
      throw new StartFailed("the " + peer + " ended before it was ready" + lastWords());
    }
    return ready;
  }

  /** How its output ends, for messages. */
  String lastWords() {
    List<String> lines = output();
    return lines.isEmpty()
        ? " and said nothing"
        : ". Its last words:\n  "
            + String.join("\n  ", lines.subList(Math.max(0, lines.size() - 60), lines.size()));
  }

  /** How many lines it has written. */
  long linesSoFar() {
    synchronized (output) {
      return written;
    }
  }

  /**
   * Waits for a line of its output.
   *
   * @param mark only lines behind so many count
   * @throws Refused if none comes in time
   */
  void awaitLine(Pattern pattern, long mark, Duration within) throws Refused {
    long deadline = System.nanoTime() + within.toNanos();
    synchronized (output) {
      while (newest(mark).stream().noneMatch(line -> pattern.matcher(line).find())) {
        long left = (deadline - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new Refused("the " + peer + " did not say '" + pattern + "'");
        }
        try {
          output.wait(left);
        } catch (InterruptedException e) {
          Thread.currentThread().interrupt();
          throw new Refused("interrupted");
        }
      }
    }
  }

  private List<String> newest(long mark) {
    List<String> kept = List.copyOf(output);
    return kept.subList((int) Math.max(0, kept.size() - (written - mark)), kept.size());
  }

  /** Its process id. */
  long pid() {
    return process.pid();
  }

  public boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for its end, but no longer than this. */
  void awaitEnd(Duration time) {
    try {
      process.waitFor(time.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Asks it to end, and waits for that, but no longer than this. */
  void end(Duration within) {
    process.destroy();
    awaitEnd(within);
  }

  /** The last lines it wrote to either output. */
  public List<String> output() {
    synchronized (output) {
      return List.copyOf(output);
    }
  }

  private void kill() {
    List<ProcessHandle> children = process.descendants().toList();
    process.destroyForcibly();
    children.forEach(ProcessHandle::destroyForcibly);
  }

  /** Ends it at once, as a crash would. */
  @Override
  public void close() {
    kill();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // the hook is running already
    }
  }
}
