package org.bitstck.applications;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An application as they are in the field: a few lines over an HTTP library. It takes any version
 * of HTTP, chunks its answers, and does not know one notification from its repetition.
 */
public final class FieldApplication implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();

  public FieldApplication() {
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 50);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setExecutor(threads);
    server.createContext("/take", FieldApplication::take);
    server.start();
  }

  public URI notified() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/take");
  }

  private static void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      String data = exchange.getRequestHeaders().getFirst("BITS-Request-DataFile-Name");
      String reply = exchange.getRequestHeaders().getFirst("BITS-Response-DataFile-Name");
      if (exchange.getRequestHeaders().getFirst("BITS-Original-Request-URL") == null) {
        exchange.sendResponseHeaders(400, -1);
      } else if (data != null && reply != null) {
        if (Files.isRegularFile(Path.of(data)) && !Files.isDirectory(Path.of(reply))) {
          Files.write(Path.of(reply), Files.readAllBytes(Path.of(data)));
          exchange.sendResponseHeaders(200, -1);
        } else {
          exchange.sendResponseHeaders(500, -1);
        }
      } else {
        exchange.sendResponseHeaders(200, 0);
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
