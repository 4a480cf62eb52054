package com.example.uploads;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * A small BITS server on the HTTP server of the JDK. It has one mistake, which
 * src/test/bits/known-failures.yaml knows.
 */
public final class UploadServer implements AutoCloseable {
  private static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  private static final long INVALID_ARGUMENT = 0x80070057L;
  private static final long SESSION_NOT_FOUND = 0x8020001FL;

  private final HttpServer http;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final Path folder;
  private final Map<String, Upload> sessions = new ConcurrentHashMap<>();

  /** Listens on a free port of the loopback interface. */
  public UploadServer(Path folder) throws IOException {
    System.setProperty("sun.net.httpserver.nodelay", "true");
    this.folder = folder;
    this.http = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 100);
    http.createContext("/uploads/", this::answer);
    http.setExecutor(threads);
    http.start();
  }

  /** The directory that takes uploads. */
  public String url() {
    return "http://127.0.0.1:" + http.getAddress().getPort() + "/uploads/";
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      switch (exchange.getRequestMethod()) {
        case "BITS_POST" -> answerPacket(exchange);
        case "GET" -> answerGet(exchange);
        default -> exchange.sendResponseHeaders(405, -1);
      }
    }
  }

  private void answerGet(HttpExchange exchange) throws IOException {
    Path file = file(exchange);
    if (file == null || !Files.isRegularFile(file)) {
      exchange.sendResponseHeaders(404, -1);
      return;
    }
    byte[] bytes = Files.readAllBytes(file);
    exchange.sendResponseHeaders(200, bytes.length == 0 ? -1 : bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private void answerPacket(HttpExchange exchange) throws IOException {
    byte[] body = exchange.getRequestBody().readAllBytes();
    String type = header(exchange, "BITS-Packet-Type").toUpperCase(Locale.ROOT);
    if (header(exchange, "Content-Length").isEmpty()) {
      refuse(exchange, 411, INVALID_ARGUMENT);
    } else if (!isInOrder(exchange) || body.length > 0 && !type.equals("FRAGMENT")) {
      refuse(exchange, 400, INVALID_ARGUMENT);
    } else {
      switch (type) {
        case "PING" -> ack(exchange, 200);
        case "CREATE-SESSION" -> create(exchange);
        case "FRAGMENT", "CLOSE-SESSION", "CANCEL-SESSION" -> inSession(exchange, type, body);
        default -> refuse(exchange, 400, INVALID_ARGUMENT);
      }
    }
  }

  private boolean isInOrder(HttpExchange exchange) {
    Headers headers = exchange.getRequestHeaders();
    return exchange.getProtocol().equals("HTTP/1.1")
        && headers.containsKey("Host")
        && headers.values().stream().flatMap(List::stream).allMatch(v -> v.length() <= 4096)
        && header(exchange, "Content-Encoding").matches("(?i)|identity")
        && file(exchange) != null;
  }

  /** Two lines are one value with a comma, RFC 2616 4.2; empty where there is none. */
  private static String header(HttpExchange exchange, String name) {
    return String.join(", ", exchange.getRequestHeaders().getOrDefault(name, List.of()));
  }

  private void create(HttpExchange exchange) throws IOException {
    String offered = header(exchange, "BITS-Supported-Protocols");
    if (!offered.toLowerCase(Locale.ROOT).contains(PROTOCOL)) {
      refuse(exchange, 400, INVALID_ARGUMENT);
      return;
    }
    String id = "{" + UUID.randomUUID() + "}";
    sessions.put(id, new Upload(file(exchange)));
    exchange.getResponseHeaders().set("BITS-Session-Id", id);
    exchange.getResponseHeaders().set("BITS-Protocol", PROTOCOL);
    exchange.getResponseHeaders().set("Accept-Encoding", "identity");
    ack(exchange, 200);
  }

  private void inSession(HttpExchange exchange, String type, byte[] body) throws IOException {
    String id = header(exchange, "BITS-Session-Id");
    if (id.isEmpty()) {
      refuse(exchange, 400, INVALID_ARGUMENT);
      return;
    }
    Upload upload = sessions.get(id.toLowerCase(Locale.ROOT));
    if (upload == null || !upload.target().equals(file(exchange))) {
      refuse(exchange, 500, SESSION_NOT_FOUND);
      return;
    }
    exchange.getResponseHeaders().set("BITS-Session-Id", id);
    synchronized (upload) {
      switch (type) {
        case "FRAGMENT" -> {
          int status = upload.take(header(exchange, "Content-Range"), body);
          exchange
              .getResponseHeaders()
              .set("BITS-Received-Content-Range", String.valueOf(upload.received()));
          if (status == 400) {
            refuse(exchange, 400, INVALID_ARGUMENT);
          } else {
            ack(exchange, status);
          }
        }
        case "CLOSE-SESSION" -> {
          sessions.remove(id.toLowerCase(Locale.ROOT));
          upload.publish();
          ack(exchange, 200);
        }
        default -> {
          sessions.remove(id.toLowerCase(Locale.ROOT));
          ack(exchange, 200);
        }
      }
    }
  }

  /** Null where the URL is no file of the folder. */
  private Path file(HttpExchange exchange) {
    String name = exchange.getRequestURI().getPath().substring("/uploads/".length());
    return name.isEmpty() || name.contains("/") || name.contains("\\") || name.equals("..")
        ? null
        : folder.resolve(name);
  }

  private static void refuse(HttpExchange exchange, int status, long error) throws IOException {
    String code = String.format("0x%08X", error);
    exchange.getResponseHeaders().set("BITS-Error", code);
    exchange.getResponseHeaders().set("BITS-Error-Code", code);
    exchange.getResponseHeaders().set("BITS-Error-Context", "0x5");
    ack(exchange, status);
  }

  private static void ack(HttpExchange exchange, int status) throws IOException {
    exchange.getResponseHeaders().set("BITS-Packet-Type", "Ack");
    exchange.sendResponseHeaders(status, -1);
  }

  @Override
  public void close() {
    http.stop(0);
    threads.shutdownNow();
  }
}
