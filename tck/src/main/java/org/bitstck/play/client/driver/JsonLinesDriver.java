package org.bitstck.play.client.driver;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.play.process.Family;
import org.bitstck.play.process.JsonLine;
import org.bitstck.play.process.Lines;
import org.bitstck.play.process.NotStarted;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.Tail;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.subject.ClientFile;

/** A long-lived process that makes the client upload: {@code bits-tck-driver/1}. */
public final class JsonLinesDriver implements ClientDriver {
  /** How long a driver may take until it says hello. */
  public static final Duration HELLO = Duration.ofSeconds(20);

  private final String program;
  private final Process process;
  private final Family family;
  private final Tail errors = new Tail();
  private final CompletableFuture<Hello> hello = new CompletableFuture<>();
  private final BlockingQueue<String> commands = new LinkedBlockingQueue<>();
  private final Map<String, Consumer<Report>> uploads = new ConcurrentHashMap<>();
  private final String declaredName;
  private final Set<String> declared;
  private final Thread errorReader;
  private volatile Hello said;
  private volatile String gone;
  private volatile boolean closing;

  /**
   * Starts a driver and waits for its hello.
   *
   * @throws StartFailed if it cannot be started, says no hello in time, or something else
   */
  public static JsonLinesDriver start(ClientFile client, Duration helloWithin) throws StartFailed {
    List<String> command = client.driver();
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(client.environment());
    Path folder = client.folder();
    if (folder != null) {
      builder.directory(folder.toFile());
    }
    Process process;
    try {
      process = builder.start();
    } catch (IOException e) {
      throw new StartFailed(
          "cannot start the driver '" + command.get(0) + "': " + NotStarted.why(e));
    }
    JsonLinesDriver driver = new JsonLinesDriver(client, process);
    try {
      driver.await(helloWithin);
    } catch (StartFailed e) {
      driver.close();
      throw e;
    }
    return driver;
  }

  private JsonLinesDriver(ClientFile client, Process process) {
    this.program = client.driver().get(0);
    this.declaredName = client.name();
    this.declared = client.capabilities();
    this.process = process;
    this.family = new Family(process);
    this.errorReader = daemon("errors", () -> errors.drain(process.getErrorStream()));
    daemon("answers", this::read);
    daemon("commands", this::write);
  }

  private static Thread daemon(String what, Runnable work) {
    Thread thread = new Thread(work, "bits-tck driver " + what);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }

  private void await(Duration within) throws StartFailed {
    try {
      said = hello.get(within.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      throw new StartFailed(
          "the driver '"
              + program
              + "' said no hello within "
              + within.toSeconds()
              + " s; it has to speak first"
              + lastWords());
    } catch (ExecutionException e) {
      throw new StartFailed(e.getCause().getMessage());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailed("interrupted");
    }
  }

  private void read() {
    Lines lines = new Lines(process.getInputStream());
    try {
      String first = lines.next();
      if (first == null) {
        over(ended());
        return;
      }
      try {
        hello.complete(Hello.read(first));
      } catch (IOException e) {
        over("the driver '" + program + "' is none: " + e.getMessage() + lastWords());
        return;
      }
      for (String line = lines.next(); line != null; line = lines.next()) {
        if (!line.isBlank()) {
          heard(line);
        }
      }
      over(ended());
    } catch (IOException e) {
      over(closing ? ended() : "the driver '" + program + "' said nonsense: " + e.getMessage());
    }
  }

  private void heard(String line) throws IOException {
    JsonLine json;
    try {
      json = JsonLine.read(line);
    } catch (IOException e) {
      throw new IOException(Lines.shown(line) + " is no JSON object in a line", e);
    }
    String id = json.text("id");
    if (id == null) {
      throw new IOException(Lines.shown(line) + " has no 'id'");
    }
    Consumer<Report> upload = uploads.get(id);
    if (upload == null) {
      throw new IOException(Lines.shown(line) + " speaks of an upload that was not started");
    }
    upload.accept(OutcomeLine.read(json, line));
  }

  /** Why there is no driver any more. */
  private String ended() {
    try {
      int code = family.await();
      return "the driver '" + program + "' ended with exit code " + code + lastWords();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return "interrupted";
    }
  }

  private String lastWords() {
    try {
      errorReader.join(200); // as long as it takes to read what is there
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    String last = errors.lastWords();
    return last.isEmpty() ? "" : "; the end of its standard error: " + last;
  }

  private void over(String why) {
    gone = why;
    family.end();
    hello.completeExceptionally(new IOException(why));
    if (!closing) {
      uploads.values().forEach(upload -> upload.accept(Report.of(Outcome.NONE, why)));
    }
  }

  /** A thread of its own: a driver that does not read must not hold up the kit. */
  private void write() {
    try (OutputStream out = process.getOutputStream()) {
      while (true) {
        String line = commands.take();
        if (line.isEmpty()) {
          return;
        }
        out.write(line.getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException e) {
      // it is gone, and its output says so
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public String name() {
    return declaredName == null ? said.name() : declaredName;
  }

  @Override
  public Set<String> capabilities() {
    Set<String> all = new TreeSet<>(declared);
    all.addAll(said.capabilities());
    if (all.contains("cancel")) {
      all.add(CANCEL_STOPPED);
    }
    return all;
  }

  @Override
  public List<String> output() {
    return errors.lines();
  }

  @Override
  public String gone() {
    return gone;
  }

  @Override
  public Upload start(UploadOrder order, Consumer<Report> outcomes) {
    return start(order, outcomes, Map.of());
  }

  /**
   * The same driver for orders that carry more words than those of the contract.
   *
   * @param words beside the usual ones, in each order to start an upload
   * @return a view: what it starts ends with this driver, and closing it does nothing
   */
  public ClientDriver with(Map<String, String> words) {
    return new WordyDriver(this, words);
  }

  Upload start(UploadOrder order, Consumer<Report> outcomes, Map<String, String> more) {
    uploads.put(order.id(), outcomes);
    Map<String, Object> words = command("start", order.id());
    words.put("url", order.url());
    words.put("file", order.file().toString());
    words.put("replyTo", order.replyTo());
    words.put("fragmentSize", order.fragmentSize() > 0 ? (Long) order.fragmentSize() : null);
    login(words, order.credentials());
    words.put("sendTimeoutMs", order.sendTimeoutMs() >= 0 ? (Long) order.sendTimeoutMs() : null);
    words.put(
        "answerTimeoutMs", order.answerTimeoutMs() >= 0 ? (Long) order.answerTimeoutMs() : null);
    words.put("retryDelayMs", order.retryDelayMs() >= 0 ? (Long) order.retryDelayMs() : null);
    words.putAll(more);
    tell(words);
    String why = gone;
    if (why != null) {
      outcomes.accept(Report.of(Outcome.NONE, why));
    }
    return new Driven(order.id());
  }

  private static Map<String, Object> command(String what, String id) {
    Map<String, Object> words = new LinkedHashMap<>();
    words.put("do", what);
    words.put("id", id);
    return words;
  }

  private static void login(Map<String, Object> words, Credentials credentials) {
    if (credentials != null) {
      words.put("user", credentials.user());
      words.put("password", credentials.password());
    }
  }

  private void tell(Map<String, Object> words) {
    commands.add(JsonLine.write(words));
  }

  /** An upload that the driver was told to start. */
  private final class Driven implements Upload {
    private final String id;

    Driven(String id) {
      this.id = id;
    }

    @Override
    public void pause() {
      tell(command("pause", id));
    }

    @Override
    public void resume(Credentials credentials) {
      Map<String, Object> words = command("resume", id);
      login(words, credentials);
      tell(words);
    }

    @Override
    public void cancel() {
      tell(command("cancel", id));
    }

    @Override
    public void close() {
      // what it still tells is of no interest; what it still does ends where the kit's server does
      uploads.replace(id, report -> {});
    }
  }

  /** Ends the driver as the contract says, and by force where that does not do it. */
  @Override
  public void close() {
    closing = true;
    commands.add("");
    try {
      process.waitFor(2, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    family.end();
  }
}
