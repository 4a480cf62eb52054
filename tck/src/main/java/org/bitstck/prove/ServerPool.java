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
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.bitstck.play.process.Family;
import org.bitstck.play.process.JsonLine;
import org.bitstck.play.process.Lines;
import org.bitstck.play.process.Tail;

/** A process that runs servers, each with a defect: one line for an order, one for its answer. */
final class ServerPool implements AutoCloseable {
  /** How long an order may take; the first one waits for the start of the process. */
  private static final Duration WITHIN = Duration.ofSeconds(30);

  private final String program;
  private final Process process;
  private final Family family;
  private final Tail errors = new Tail();
  private final BlockingQueue<Answer> answers = new LinkedBlockingQueue<>();
  private volatile boolean closed;

  /**
   * A server of the pool.
   *
   * @param url of its root, as the pool writes it
   * @param folder that it keeps its files in, its configuration among them
   */
  record Started(String url, Path folder) {
    int port() {
      return URI.create(url).getPort();
    }
  }

  /**
   * @param line null if there is none to come
   * @param problem why there is none
   */
  private record Answer(JsonLine line, String problem) {}

  private ServerPool(String program, Process process) {
    this.program = program;
    this.process = process;
    this.family = new Family(process);
    daemon("errors", () -> errors.drain(process.getErrorStream()));
    daemon("answers", this::read);
  }

  /**
   * @throws IOException if the command cannot be run
   */
  static ServerPool open(List<String> command) throws IOException {
    return new ServerPool(String.join(" ", command), new ProcessBuilder(command).start());
  }

  private static void daemon(String what, Runnable work) {
    Thread thread = new Thread(work, "bits-tck pool " + what);
    thread.setDaemon(true);
    thread.start();
  }

  /**
   * Starts a server.
   *
   * @param defect its id; null for none
   * @throws IOException if the pool says that it cannot, or says nothing; the message is for people
   */
  Started start(String defect) throws IOException {
    JsonLine answer = order("start", defect);
    String url = answer.text("url");
    String folder = answer.text("folder");
    if (url == null || folder == null) {
      throw new IOException("'" + program + "' started a server without 'url' and 'folder'");
    }
    return new Started(url, Path.of(folder));
  }

  /** Breaks a server off, and starts it again with its files. */
  void restart(Started server) throws IOException {
    order("restart", server.url());
  }

  /** Has a server read its configuration again. */
  void reload(Started server) throws IOException {
    order("reload", server.url());
  }

  void stop(Started server) throws IOException {
    order("stop", server.url());
  }

  private synchronized JsonLine order(String what, String value) throws IOException {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put(what, value);
    tell(value == null ? "{\"" + what + "\": null}\n" : JsonLine.write(words));
    Answer answer;
    try {
      answer = answers.poll(WITHIN.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
    if (answer == null) {
      // what comes later would be taken for the answer to another order
      family.end();
      throw new IOException(
          "'" + program + "' did not answer within " + WITHIN.toSeconds() + " s" + said());
    }
    if (answer.line() == null) {
      answers.add(answer);
      throw new IOException(answer.problem());
    }
    if (answer.line().has("failed")) {
      throw new IOException(what + " " + value + ": " + answer.line().text("why"));
    }
    return answer.line();
  }

  private void tell(String line) throws IOException {
    try {
      OutputStream out = process.getOutputStream();
      out.write(line.getBytes(StandardCharsets.UTF_8));
      out.flush();
    } catch (IOException e) {
      throw new IOException("'" + program + "' ended" + said(), e);
    }
  }

  private void read() {
    Lines lines = new Lines(process.getInputStream());
    try {
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          answers.add(new Answer(json(line), null));
        }
      }
      answers.add(new Answer(null, "'" + program + "' ended" + (closed ? "" : said())));
    } catch (IOException e) {
      answers.add(new Answer(null, "'" + program + "' said nonsense: " + e.getMessage()));
    }
  }

  private static JsonLine json(String line) throws IOException {
    try {
      return JsonLine.read(line);
    } catch (IOException e) {
      throw new IOException(Lines.shown(line), e);
    }
  }

  private String said() {
    String last = errors.lastWords();
    return last.isEmpty() ? " and said nothing" : "; the end of its standard error: " + last;
  }

  @Override
  public void close() {
    closed = true;
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
