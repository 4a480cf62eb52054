package org.bitstck.peers.notify;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** Brings notices to applications, each over a connection of its own, for so long and no longer. */
final class Post {
  private static final ScheduledExecutorService WATCH =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "post watch");
            thread.setDaemon(true);
            return thread;
          });

  private Post() {}

  /**
   * Sends a notice and waits for the answer.
   *
   * @param limitMillis for all of it; 0 for none
   */
  static Told send(Notice notice, long limitMillis) {
    AtomicBoolean late = new AtomicBoolean();
    try (Socket socket = new Socket()) {
      ScheduledFuture<?> watch =
          limitMillis == 0
              ? null
              : WATCH.schedule(() -> end(socket, late), limitMillis, TimeUnit.MILLISECONDS);
      try {
        socket.connect(new InetSocketAddress(notice.url.getHost(), notice.url.getPort()));
        socket.setTcpNoDelay(true);
        socket.getOutputStream().write(notice.bytes());
        return read(new BufferedInputStream(socket.getInputStream()), late);
      } finally {
        if (watch != null) {
          watch.cancel(false);
        }
      }
    } catch (IOException e) {
      return Told.failure(late.get() ? 408 : 502);
    }
  }

  private static void end(Socket socket, AtomicBoolean late) {
    late.set(true);
    try {
      socket.close();
    } catch (IOException e) {
      // it is closed either way
    }
  }

  private static Told read(InputStream in, AtomicBoolean late) throws IOException {
    String first = line(in);
    if (first == null) {
      return Told.failure(502);
    }
    if (!first.matches("HTTP/\\d\\.\\d \\d{3}.*")) {
      return Told.failure(411);
    }
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    for (String line = line(in); line != null && !line.isEmpty(); line = line(in)) {
      int colon = line.indexOf(':');
      headers.put(line.substring(0, colon).strip(), line.substring(colon + 1).strip());
    }
    String length = headers.get("Content-Length");
    String version = first.substring(0, 8);
    int status = Integer.parseInt(first.substring(9, 12));
    try {
      byte[] body = length == null ? in.readAllBytes() : in.readNBytes(Integer.parseInt(length));
      boolean whole = length == null || body.length == Integer.parseInt(length);
      return new Told(version, status, headers, body, whole);
    } catch (IOException e) {
      if (late.get()) {
        throw e;
      }
      return new Told(version, status, headers, new byte[0], false);
    }
  }

  private static String line(InputStream in) throws IOException {
    StringBuilder line = new StringBuilder();
    for (int next = in.read(); next != '\n'; next = in.read()) {
      if (next < 0) {
        return line.length() == 0 ? null : line.toString();
      }
      line.append((char) next);
    }
    return new String(line.toString().getBytes(StandardCharsets.ISO_8859_1)).stripTrailing();
  }
}
