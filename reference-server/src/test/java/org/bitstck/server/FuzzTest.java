package org.bitstck.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.bitstck.server.observe.Log;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestServer;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Throws requests at the server that a seeded generator made: sensible ones, absurd ones, and ones
 * with broken bytes. Nothing may fail inside, no file handle may stay open, and nothing may be
 * written outside of the folder.
 */
class FuzzTest {
  private static final int THREADS = 4;
  private static final int WELL_FRAMED = 100_000;
  private static final int BROKEN = 4_000;

  private static final String[] METHODS = {
    "BITS_POST", "BITS_POST", "BITS_POST", "BITS_POST", "GET", "HEAD", "PUT", "bits_post", "X"
  };
  private static final String[] TYPES = {
    "PING",
    "CREATE-SESSION",
    "Create-Session",
    "FRAGMENT",
    "fragment",
    "FRAGMENT",
    "CLOSE-SESSION",
    "CANCEL-SESSION",
    "Ack",
    "RESUME",
    "",
    "\u00ff"
  };
  private static final String[] TARGETS = {
    "/a",
    "/b",
    "/b",
    "/sub/c",
    "/sub/",
    "/sub",
    "/none/x",
    "/",
    "//a",
    "/../x",
    "/%2e%2e/x",
    "/%2e%2e%2fx",
    "/..%5cx",
    "/%00",
    "/%",
    "/%ff",
    "/.bits-sessions/x",
    "/.bits-replies/x",
    "/link/x",
    "/con",
    "/a?b",
    "*",
    "a",
    "http://h/a",
    "http://h",
    "ftp://h/a",
    "/a%20b",
    "/\u00fc"
  };
  private static final String[] RANGES = {
    "bytes 0-9/10",
    "bytes 0-4/10",
    "bytes 5-9/10",
    "bytes 2-6/10",
    "bytes 0-9/20",
    "bytes 10-19/20",
    "bytes 0-0/1",
    "bytes 9-0/10",
    "bytes 0-10/10",
    "bytes 0-9/*",
    "bytes */10",
    "0-9/10",
    "bytes -1-9/10",
    "bytes 0-9/99999999999999999999",
    "bytes 0--1/0",
    "",
    "x",
    "bytes 9223372036854775806-9223372036854775806/9223372036854775807"
  };
  private static final String[] PROTOCOLS = {
    Request.PROTOCOL, Request.PROTOCOL, "{x}", "", ",", Request.PROTOCOL + "," + Request.PROTOCOL
  };
  private static final String[] OTHERS = {
    "Expect: 100-continue", "Content-Encoding: gzip", "Content-Name: ..\\x", "Range: bytes=0-3,1-2",
    "Range: bytes=-1", "If-Range: x", "Authorization: Basic eDp5", "BITS-Host-Id: x",
    "Connection: keep-alive", "X-Long: " + "y".repeat(5000), "Host: second", "Cookie: a"
  };

  @TempDir Path home;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final List<String> sessions = new ArrayList<>();

  @AfterEach
  void restoreLog() {
    Log.to(System.err);
  }

  @Test
  void nothingFailsInside() throws Exception {
    System.out.println("seed " + seed);
    ByteArrayOutputStream log = new ByteArrayOutputStream();
    Log.to(new PrintStream(log, true));
    Files.writeString(home.resolve("x"), "outside");
    try (TestServer server =
        new TestServer(home, "directories: {/: {max-sessions: 200, quota: 1 MiB}}")) {
      Files.createDirectory(server.file("sub"));
      Files.createDirectory(home.resolve("outside"));
      Files.createSymbolicLink(server.file("link"), home.resolve("outside"));
      server.exchange(Request.ping("/a"));
      long handles = handles();
      inParallel(number -> wellFramed(server, new Random(seed + number)));
      inParallel(number -> broken(server, new Random(seed - number)));
      assertThat(server.exchange(Request.ping("/a")).status()).isEqualTo(200);
      await().untilAsserted(() -> assertThat(handles()).isLessThanOrEqualTo(handles));
    }
    assertThat(log.toString(UTF_8).lines().filter(line -> line.contains(" error "))).isEmpty();
    try (Stream<Path> entries = Files.list(home)) {
      assertThat(entries.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("root", "server.yaml", "x", "outside");
    }
    assertThat(home.resolve("x")).hasContent("outside");
    assertThat(home.resolve("outside")).isEmptyDirectory();
  }

  private interface Work {
    void run(int number) throws Exception;
  }

  private static void inParallel(Work work) throws Exception {
    ExecutorService pool = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 1; i <= THREADS; i++) {
        int number = i;
        running.add(
            pool.submit(
                () -> {
                  work.run(number);
                  return null;
                }));
      }
      for (Future<?> future : running) {
        future.get();
      }
    } finally {
      pool.shutdown();
    }
  }

  /** Requests whose body has the length that they say, so that each has exactly one answer. */
  private void wellFramed(TestServer server, Random random) throws IOException {
    Wire wire = server.connect();
    for (int i = 0; i < WELL_FRAMED / THREADS; i++) {
      Request request = request(random);
      Answer answer;
      try {
        answer = wire.exchange(request);
        if (answer.status() == 100) {
          answer = wire.read();
        }
      } catch (IOException e) {
        throw new AssertionError("no answer to\n" + new String(request.head(), UTF_8), e);
      }
      assertThat(answer.status()).isBetween(200, 599);
      remember(answer.session(), random);
      if ("close".equals(answer.header("Connection"))) {
        wire.close();
        wire = server.connect();
      }
    }
    wire.close();
  }

  /** Requests with bytes changed, lost or doubled; the server may answer or not, but goes on. */
  private void broken(TestServer server, Random random) throws IOException {
    for (int i = 0; i < BROKEN / THREADS; i++) {
      byte[] bytes = mutated(request(random).bytes(), random);
      try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), server.port())) {
        socket.setSoTimeout(20_000);
        socket.getOutputStream().write(bytes);
        socket.shutdownOutput();
        socket.getInputStream().readAllBytes();
      } catch (java.net.SocketException reset) {
        continue;
      }
    }
  }

  private Request request(Random random) {
    Request request = Request.of(one(METHODS, random), one(TARGETS, random));
    if (random.nextInt(20) > 0) {
      request.header("BITS-Packet-Type", one(TYPES, random));
    }
    if (random.nextInt(4) > 0) {
      request.header("BITS-Session-Id", session(random));
    }
    if (random.nextInt(3) > 0) {
      request.header("BITS-Supported-Protocols", one(PROTOCOLS, random));
    }
    if (random.nextInt(3) > 0) {
      request.header("Content-Range", one(RANGES, random));
    }
    for (int i = random.nextInt(6); i > 3; i--) {
      request.header(one(OTHERS, random).split(": ")[0], one(OTHERS, random).split(": ")[1]);
    }
    int[] lengths = {0, 0, 0, 5, 10, 10, 1, random.nextInt(3000)};
    byte[] body = new byte[lengths[random.nextInt(lengths.length)]];
    random.nextBytes(body);
    return request.body(body);
  }

  private String session(Random random) {
    synchronized (sessions) {
      if (sessions.isEmpty() || random.nextInt(10) == 0) {
        return random.nextBoolean() ? "x" : "{00000000-0000-0000-0000-000000000000}";
      }
      return sessions.get(random.nextInt(sessions.size()));
    }
  }

  private void remember(String session, Random random) {
    synchronized (sessions) {
      if (session != null && sessions.size() < 50) {
        sessions.add(session);
      } else if (session != null) {
        sessions.set(random.nextInt(sessions.size()), session);
      }
    }
  }

  private static byte[] mutated(byte[] bytes, Random random) {
    byte[] result = bytes;
    for (int i = random.nextInt(4); i >= 0; i--) {
      int at = random.nextInt(result.length);
      int end = Math.min(result.length, at + 1 + random.nextInt(8));
      ByteArrayOutputStream next = new ByteArrayOutputStream();
      next.write(result, 0, at);
      switch (random.nextInt(4)) {
        case 0 -> next.write(random.nextInt(256));
        case 1 -> next.write(result, at, end - at);
        case 2 -> next.write("\r\n\r\n".charAt(random.nextInt(4)));
        default -> {}
      }
      next.write(result, random.nextBoolean() ? at : end, result.length - end);
      result = next.size() == 0 ? new byte[] {'\r'} : next.toByteArray();
    }
    return result;
  }

  private static String one(String[] values, Random random) {
    return values[random.nextInt(values.length)];
  }

  /** Open file handles of this process; 0 where that cannot be told. */
  private static long handles() throws IOException {
    Path folder = Path.of("/proc/self/fd");
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    try (Stream<Path> entries = Files.list(folder)) {
      return entries.count();
    }
  }
}
