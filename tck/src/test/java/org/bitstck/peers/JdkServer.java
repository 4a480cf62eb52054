package org.bitstck.peers;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * The protocol of {@link PlainServer} on another HTTP stack, the JDK's: other header case, other
 * reason phrases, other ways to end a connection.
 */
public final class JdkServer implements AutoCloseable {
  private final PlainServer protocol = new PlainServer();
  private final HttpServer server;
  private final ExecutorService threads =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "JdkServer");
            thread.setDaemon(true);
            return thread;
          });

  /** Listens on a free port. */
  public JdkServer() {
    // without this it holds back small answers for 40 ms
    System.setProperty("sun.net.httpserver.nodelay", "true");
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 200);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::answer);
    server.setExecutor(threads);
    server.start();
  }

  /** The directory that takes uploads. */
  public URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/inbox/");
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      // it has sent its 100 already
      HttpAnswer answer =
          protocol.take(head(exchange), exchange.getRequestBody(), OutputStream.nullOutputStream());
      Headers headers = exchange.getResponseHeaders();
      answer.headers().forEach(headers::set);
      headers.remove("Content-Length");
      byte[] body = answer.body();
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    }
  }

  private static HttpRequest head(HttpExchange exchange) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.putAll(exchange.getRequestHeaders());
    return new HttpRequest(
        exchange.getRequestMethod(),
        exchange.getRequestURI().toString(),
        exchange.getProtocol(),
        headers,
        new byte[0]);
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    protocol.close();
  }
}
