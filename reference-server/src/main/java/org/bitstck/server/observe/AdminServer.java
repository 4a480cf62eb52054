package org.bitstck.server.observe;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.function.BooleanSupplier;

/** Serves {@code /metrics} and {@code /health} on an address of its own, away from the clients. */
public final class AdminServer implements AutoCloseable {
  private final HttpServer server;

  /**
   * Starts to listen.
   *
   * @param healthy whether uploads can be taken now
   */
  public AdminServer(InetSocketAddress address, Metrics metrics, BooleanSupplier healthy)
      throws IOException {
    server = HttpServer.create(address, 0);
    server.createContext(
        "/metrics",
        exchange -> answer(exchange, "/metrics", 200, "text/plain; version=0.0.4", metrics.text()));
    server.createContext(
        "/health",
        exchange -> {
          boolean well = healthy.getAsBoolean();
          answer(exchange, "/health", well ? 200 : 503, "text/plain", well ? "ok\n" : "not ok\n");
        });
    server.start();
  }

  public int port() {
    return server.getAddress().getPort();
  }

  private static void answer(
      HttpExchange exchange, String path, int status, String type, String text) throws IOException {
    try (exchange) {
      if (!exchange.getRequestURI().getPath().equals(path)) {
        exchange.sendResponseHeaders(404, -1);
        return;
      }
      byte[] body = text.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().add("Content-Type", type);
      boolean head = exchange.getRequestMethod().equals("HEAD");
      exchange.sendResponseHeaders(status, head ? -1 : body.length);
      if (!head) {
        exchange.getResponseBody().write(body);
      }
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
