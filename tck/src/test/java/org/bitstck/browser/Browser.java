package org.bitstck.browser;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/**
 * A headless Chromium with one page, spoken to by its DevTools protocol over the JDK's WebSocket:
 * nothing has to be installed but the browser itself.
 */
final class Browser implements AutoCloseable {
  /** Names a browser that is not on the PATH. */
  private static final String VARIABLE = "BITS_TCK_BROWSER";

  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome");
  private static final Pattern LISTENING = Pattern.compile("DevTools listening on (ws://\\S+)");
  private static final long PATIENCE_SECONDS = 60;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Process process;
  private final Path profile;
  private final WebSocket socket;
  private final AtomicInteger numbers = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> answers = new ConcurrentHashMap<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private String session;

  private Browser(Process process, Path profile, URI address) {
    this.process = process;
    this.profile = profile;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .connectTimeout(Duration.ofSeconds(PATIENCE_SECONDS))
            .buildAsync(address, new Incoming())
            .join();
  }

  /** Where a browser is; empty if there is none. */
  static Optional<Path> find() {
    String named = System.getenv(VARIABLE);
    if (named != null) {
      return Optional.of(Path.of(named));
    }
    String path = Optional.ofNullable(System.getenv("PATH")).orElse("");
    return Stream.of(path.split(File.pathSeparator))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  static Browser start(Path program) throws IOException {
    Path profile = Files.createTempDirectory("bits-tck-browser-");
    Process process =
        new ProcessBuilder(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-dev-shm-usage",
                "--no-first-run",
                "--disable-background-networking",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "about:blank")
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    Browser browser = new Browser(process, profile, address(process));
    browser.attach();
    return browser;
  }

  /** The browser's first words; the rest of them is read and forgotten. */
  private static URI address(Process process) throws IOException {
    BufferedReader errors =
        new BufferedReader(new InputStreamReader(process.getErrorStream(), StandardCharsets.UTF_8));
    for (String line = errors.readLine(); line != null; line = errors.readLine()) {
      Matcher listening = LISTENING.matcher(line);
      if (listening.find()) {
        Thread drain = new Thread(() -> forget(errors), "browser errors");
        drain.setDaemon(true);
        drain.start();
        return URI.create(listening.group(1));
      }
    }
    throw new IOException("the browser ended at once");
  }

  private static void forget(BufferedReader errors) {
    try (errors) {
      errors.transferTo(Writer.nullWriter());
    } catch (IOException e) {
      // the browser is over
    }
  }

  private void attach() {
    String target =
        call("Target.createTarget", Map.of("url", "about:blank")).get("targetId").asString();
    session =
        call("Target.attachToTarget", Map.of("targetId", target, "flatten", true))
            .get("sessionId")
            .asString();
    call("Runtime.enable", Map.of());
    call("Log.enable", Map.of());
    call("Network.enable", Map.of());
    call("Page.enable", Map.of());
  }

  /** Opens a page and waits until it is there. */
  void open(URI page) {
    call("Page.navigate", Map.of("url", page.toString()));
    await("document.readyState === 'complete' && location.href !== 'about:blank'");
  }

  /** The value of an expression in the page, as JSON. */
  JsonNode evaluate(String expression) {
    JsonNode answer =
        call(
            "Runtime.evaluate",
            Map.of("expression", expression, "returnByValue", true, "awaitPromise", true));
    if (answer.has("exceptionDetails")) {
      throw new AssertionError(expression + ": " + answer.get("exceptionDetails"));
    }
    return answer.at("/result/value");
  }

  String text(String expression) {
    return evaluate(expression).asString();
  }

  /** Waits until an expression is true. */
  void await(String expression) {
    Awaitility.await(expression)
        .atMost(Duration.ofSeconds(PATIENCE_SECONDS))
        .until(() -> evaluate(expression).asBoolean());
  }

  /** Clicks where an element is, as a hand does. */
  void click(String selector) {
    String element = "document.querySelector(" + JSON.writeValueAsString(selector) + ")";
    evaluate(element + ".scrollIntoView({block: 'center', behavior: 'instant'})");
    JsonNode middle =
        evaluate(
            "(() => { const r = "
                + element
                + ".getBoundingClientRect(); return [r.x + r.width / 2, r.y + r.height / 2]; })()");
    for (String type : List.of("mousePressed", "mouseReleased")) {
      call(
          "Input.dispatchMouseEvent",
          Map.of(
              "type",
              type,
              "x",
              middle.get(0).asDouble(),
              "y",
              middle.get(1).asDouble(),
              "button",
              "left",
              "clickCount",
              1));
    }
  }

  /** Types a text into what has the focus. */
  void type(String text) {
    call("Input.insertText", Map.of("text", text));
  }

  /** Presses a key, such as {@code Tab}, {@code Enter} or {@code /}. */
  void press(String key) {
    String text = key.equals("Enter") ? "\r" : key.length() == 1 ? key : "";
    int code = key.equals("Enter") ? 13 : key.equals("Tab") ? 9 : key.equals("Escape") ? 27 : 0;
    for (String type : List.of("keyDown", "keyUp")) {
      call(
          "Input.dispatchKeyEvent",
          Map.of(
              "type",
              type,
              "key",
              key,
              "text",
              type.equals("keyDown") ? text : "",
              "windowsVirtualKeyCode",
              code));
    }
  }

  /** Sets the size of the window in CSS pixels, and the colour scheme that the page is told of. */
  void screen(int width, int height, String scheme) {
    call(
        "Emulation.setDeviceMetricsOverride",
        Map.of("width", width, "height", height, "deviceScaleFactor", 1, "mobile", false));
    call(
        "Emulation.setEmulatedMedia",
        Map.of("features", List.of(Map.of("name", "prefers-color-scheme", "value", scheme))));
  }

  /** Errors that the page caused, and requests that it made beside itself, so far. */
  List<String> complaints() {
    return complaints;
  }

  private JsonNode call(String method, Map<String, ?> parameters) {
    int number = numbers.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    answers.put(number, answer);
    Map<String, Object> message = new java.util.HashMap<>();
    message.put("id", number);
    message.put("method", method);
    message.put("params", parameters);
    if (session != null) {
      message.put("sessionId", session);
    }
    socket.sendText(JSON.writeValueAsString(message), true).join();
    JsonNode got = answer.orTimeout(PATIENCE_SECONDS, TimeUnit.SECONDS).join();
    if (got.has("error")) {
      throw new AssertionError(method + ": " + got.get("error"));
    }
    return got.get("result");
  }

  private void arrived(JsonNode message) {
    if (message.has("id")) {
      answers.remove(message.get("id").asInt()).complete(message);
      return;
    }
    JsonNode params = message.path("params");
    switch (message.path("method").asString("")) {
      case "Runtime.exceptionThrown" -> complaints.add(params.toString());
      case "Runtime.consoleAPICalled" -> {
        if (params.path("type").asString("").matches("error|warning|assert")) {
          complaints.add(params.toString());
        }
      }
      case "Log.entryAdded" -> {
        if (params.at("/entry/level").asString("").equals("error")) {
          complaints.add(params.toString());
        }
      }
      case "Network.requestWillBeSent" -> {
        if (!params
            .path("documentURL")
            .asString("")
            .equals(params.at("/request/url").asString(""))) {
          complaints.add("asks for " + params.at("/request/url"));
        }
      }
      default -> {
        // of no interest
      }
    }
  }

  /** Puts messages together from their parts. */
  private final class Incoming implements WebSocket.Listener {
    private final StringBuilder text = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence data, boolean last) {
      text.append(data);
      if (last) {
        JsonNode message = JSON.readTree(text.toString());
        text.setLength(0);
        arrived(message);
      }
      from.request(1);
      return null;
    }
  }

  @Override
  public void close() throws IOException {
    socket.abort();
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    Awaitility.await().atMost(Duration.ofSeconds(PATIENCE_SECONDS)).until(() -> !process.isAlive());
    try (Stream<Path> files = Files.walk(profile)) {
      files.sorted(Comparator.reverseOrder()).forEach(path -> path.toFile().delete());
    }
  }
}
