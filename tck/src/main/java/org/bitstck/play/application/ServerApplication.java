package org.bitstck.play.application;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;

/**
 * The kit as the application that a BITS server notifies of a complete upload. Scripts are found by
 * the upload's URL, so that many scenarios share one address.
 */
public final class ServerApplication implements AutoCloseable {
  private static final String ORIGINAL_URL = "BITS-Original-Request-URL";
  private static final String RESPONSE_FILE = "BITS-Response-DataFile-Name";

  private final HttpServer server;
  private final ExecutorService threads;
  private final Map<String, Script> scripts = new ConcurrentHashMap<>();

  private ServerApplication(HttpServer server) {
    this.server = server;
    this.threads =
        Executors.newCachedThreadPool(
            task -> {
              Thread thread = new Thread(task, "bits-tck application");
              thread.setDaemon(true);
              return thread;
            });
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /**
   * Listens on a loopback port.
   *
   * @param port 0 for a free one
   * @throws IOException if the port is taken
   */
  public static ServerApplication listen(int port) throws IOException {
    // without this the JDK's server holds back small answers for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
    return new ServerApplication(
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0));
  }

  public int port() {
    return server.getAddress().getPort();
  }

  /**
   * Says what to answer for an upload.
   *
   * @param path of the upload's URL, percent-encoded
   */
  public void expect(String path, Script script) {
    scripts.put(path, script);
  }

  /** The upload is of no more interest. */
  public void forget(String path) {
    scripts.remove(path);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      List<Header> lines = new ArrayList<>();
      exchange
          .getRequestHeaders()
          .forEach((name, values) -> values.forEach(v -> lines.add(new Header(name, v))));
      Notification notification =
          new Notification(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              new Headers(lines),
              exchange.getRequestBody().readAllBytes());
      Script script = script(notification);
      if (script == null) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      send(exchange, notification, script.answer(notification));
    }
  }

  private Script script(Notification notification) {
    String url = notification.headers().first(ORIGINAL_URL).orElse("");
    try {
      return scripts.get(String.valueOf(URI.create(url).getRawPath()));
    } catch (IllegalArgumentException e) {
      return null;
    }
  }

  private static void send(HttpExchange exchange, Notification notification, Script.Answer answer)
      throws IOException {
    for (int i = 0; i + 1 < answer.headers().size(); i += 2) {
      exchange.getResponseHeaders().add(answer.headers().get(i), answer.headers().get(i + 1));
    }
    byte[] reply = answer.reply();
    String file = notification.headers().first(RESPONSE_FILE).orElse(null);
    if (reply != null && file != null) {
      Files.write(Path.of(file), reply);
      reply = null;
    }
    exchange.sendResponseHeaders(
        answer.status(), reply == null || reply.length == 0 ? -1 : reply.length);
    if (reply != null) {
      exchange.getResponseBody().write(reply);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
