package org.bitstck.prove;

import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.bitstck.play.process.Family;
import org.bitstck.play.process.JsonLine;
import org.bitstck.play.process.Lines;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.Tail;

/** A process in which servers are started, each with a defect, by JSON lines. */
final class ServerPool implements AutoCloseable {
  /** How long the start of one server may take; the first one waits for the process itself. */
  private static final Duration WITHIN = Duration.ofSeconds(30);

  /** What is waited for where a peer without a defect was asked for. */
  private static final String NONE = "";

  private final String program;
  private final Process process;
  private final Family family;
  private final Tail errors = new Tail();
  private final Map<String, CompletableFuture<Started>> waiting = new ConcurrentHashMap<>();
  private volatile String gone;

  /**
   * A server of the pool.
   *
   * @param url of its root
   * @param folder that it keeps its files in
   */
  record Started(URI url, Path folder) {}

  private ServerPool(String program, Process process) {
    this.program = program;
    this.process = process;
    this.family = new Family(process);
    daemon("errors", () -> errors.drain(process.getErrorStream()));
    daemon("answers", this::read);
  }

  /**
   * @throws StartFailed if the command cannot be run
   */
  static ServerPool start(List<String> command) throws StartFailed {
    try {
      return new ServerPool(String.join(" ", command), new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new StartFailed("cannot start '" + command.get(0) + "': " + e.getMessage());
    }
  }

  private static void daemon(String what, Runnable work) {
    Thread thread = new Thread(work, "bits-tck pool " + what);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts a server.
   *
   * @param defect its id; null for none. Each is started once at a time
   * @throws StartFailed if the pool says so, or says nothing
   */
  Started start(String defect) throws StartFailed {
    String key = defect == null ? NONE : defect;
    CompletableFuture<Started> started = new CompletableFuture<>();
    if (waiting.putIfAbsent(key, started) != null) {
      throw new IllegalStateException("'" + key + "' is being started already");
    }
    try {
      tell(defect == null ? "{\"start\":null}\n" : line("start", defect));
      if (gone != null) {
        throw new StartFailed(gone);
      }
      return started.get(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StartFailed(
          "'" + program + "' did not start a server within " + WITHIN.toSeconds() + " s" + said());
    } catch (ExecutionException e) {
      throw new StartFailed(e.getCause().getMessage());
    } catch (IOException e) {
      throw new StartFailed(ended());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted");
    } finally {
      waiting.remove(key);
    }
  }

  /** Stops a server; does not wait for it. */
  void stop(Started server) {
    try {
      tell(line("stop", server.url().toString()));
    } catch (IOException e) {
      // the pool is gone, and the server with it
    }
  }

  private static String line(String what, String value) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put(what, value);
    return JsonLine.write(words);
  }

  private void tell(String line) throws IOException {
    OutputStream out = process.getOutputStream();
    synchronized (out) {
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
    }
  }

  private void read() {
    Lines lines = new Lines(process.getInputStream());
    String why;
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          heard(line);
        }
      }
      why = ended();
    } catch (IOException e) {
      why = "'" + program + "' said nonsense: " + e.getMessage();
    }
    over(why);
  }

  private void heard(String line) throws IOException {
    JsonLine json;
    try {
      json = JsonLine.read(line);
    } catch (IOException e) {
      throw new IOException(Lines.shown(line), e);
    }
    boolean failed = json.has("failed");
    if (!failed && !json.has("started")) {
      return;
    }
    String id = json.text(failed ? "failed" : "started");
    CompletableFuture<Started> start = waiting.get(id == null ? NONE : id);
    if (start == null) {
      return;
    }
    String url = json.text("url");
    String folder = json.text("folder");
    if (failed) {
      start.completeExceptionally(new IOException("cannot be started: " + json.text("why")));
    } else if (url == null || folder == null) {
      throw new IOException(Lines.shown(line) + " has no 'url' or no 'folder'");
    } else {
      start.complete(new Started(URI.create(url), Path.of(folder)));
    }
  }

  private String ended() {
    return "'" + program + "' ended" + said();
  }

  private String said() {
    String last = errors.lastWords();
    return last.isEmpty() ? " and said nothing" : "; the end of its standard error: " + last;
  }

  private void over(String why) {
    gone = why;
    waiting.values().forEach(start -> start.completeExceptionally(new IOException(why)));
  }

  @Override
  public void close() {
    try {
      process.getOutputStream().close();
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (IOException e) {
      // it is gone already
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.end();
  }
}
