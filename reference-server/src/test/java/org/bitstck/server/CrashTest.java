package org.bitstck.server;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.ServerProcess;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * Kills the server with SIGKILL while {@value #CLIENTS} uploads run, {@value #KILLS} times, so at
 * some 200 random points of uploads. Each upload goes on after the restart; no acknowledged byte
 * may be lost, and no partial file be seen.
 */
@DisabledOnOs(OS.WINDOWS)
class CrashTest {
  private static final int CLIENTS = 16;
  private static final int KILLS = 13;
  private static final int PIECE = 4096;

  @TempDir Path home;
  private final long seed = Long.getLong("seed", System.nanoTime());
  private final AtomicInteger countdown = new AtomicInteger();
  private volatile ServerProcess server;

  /** One client that uploads file after file, and knows what was acknowledged. */
  private final class Client {
    private final String target;
    private final Random random;
    private final Path file;
    private byte[] data;
    private byte[] visible;
    private String session;
    private int acknowledged;
    private boolean closing;
    private int published;
    private int interrupted;

    Client(int number) {
      random = new Random(seed + number);
      target = "/file-" + number;
      file = home.resolve("root" + target);
      data = next();
    }

    private byte[] next() {
      byte[] bytes = new byte[1 + random.nextInt(400_000)];
      random.nextBytes(bytes);
      return bytes;
    }

    /** Goes on until the connection breaks, or, if asked for, the file is published. */
    void run(boolean finish) {
      int before = published;
      try (Wire wire = new Wire(server.port())) {
        if (closing) {
          afterUnansweredClose(wire);
        }
        while (!finish || published == before) {
          step(wire);
        }
      } catch (IOException broken) {
        interrupted++;
      }
    }

    private void step(Wire wire) throws IOException {
      if (session == null) {
        tick();
        session = wire.exchange(Request.create(target)).session();
        acknowledged = 0;
      } else if (acknowledged < data.length) {
        fragment(wire);
      } else {
        closing = true;
        tick();
        assertThat(wire.exchange(Request.close(target, session)).status()).isEqualTo(200);
        done();
      }
    }

    private void fragment(Wire wire) throws IOException {
      int end = Math.min(data.length, acknowledged + 1 + random.nextInt(100_000));
      Request request = Request.fragment(target, session, data, acknowledged, end);
      byte[] bytes = request.bytes();
      for (int i = 0; i < bytes.length; i += PIECE) {
        tick();
        wire.send(java.util.Arrays.copyOfRange(bytes, i, Math.min(bytes.length, i + PIECE)));
      }
      Answer answer = wire.read();
      assertThat(answer.status()).as(answer.outcome()).isIn(200, 416);
      int offset = Integer.parseInt(answer.offset());
      // more than was acknowledged may be there, less may not
      assertThat(offset).isBetween(acknowledged, data.length);
      acknowledged = offset;
    }

    private void afterUnansweredClose(Wire wire) throws IOException {
      Answer answer = wire.exchange(Request.close(target, session));
      if (answer.status() != 200) {
        assertThat(answer.outcome()).isEqualTo("500 0x8020001F 0x5");
      }
      done();
    }

    private void done() throws IOException {
      assertThat(file).hasBinaryContent(data);
      visible = data;
      published++;
      closing = false;
      session = null;
      data = next();
    }

    /**
     * Only whole files are seen: the last one published, or the one whose CLOSE-SESSION got no
     * answer.
     */
    void checkVisible() throws IOException {
      byte[] seen = Files.exists(file) ? Files.readAllBytes(file) : null;
      boolean whole = java.util.Arrays.equals(seen, visible);
      assertThat(whole || (closing && java.util.Arrays.equals(seen, data))).isTrue();
    }
  }

  /** One more piece of work; the one that counts to zero kills the server. */
  private void tick() {
    if (countdown.decrementAndGet() == 0) {
      server.kill();
    }
  }

  @Test
  void nothingAcknowledgedIsLostAndNothingPartialIsSeen() throws Exception {
    System.out.println("seed " + seed);
    Files.createDirectory(home.resolve("root"));
    Random random = new Random(seed);
    List<Client> clients = new ArrayList<>();
    for (int i = 0; i < CLIENTS; i++) {
      clients.add(new Client(i));
    }
    ExecutorService pool = Executors.newFixedThreadPool(CLIENTS);
    try {
      for (int kill = 0; kill < KILLS; kill++) {
        countdown.set(1 + random.nextInt(CLIENTS * 60));
        round(pool, clients, false);
      }
      countdown.set(Integer.MAX_VALUE);
      round(pool, clients, true);
    } finally {
      pool.shutdown();
    }
    int interrupted = clients.stream().mapToInt(client -> client.interrupted).sum();
    int published = clients.stream().mapToInt(client -> client.published).sum();
    System.out.println(interrupted + " interruptions, " + published + " files published");
    assertThat(interrupted).isEqualTo(CLIENTS * KILLS);
    assertThat(published).isGreaterThanOrEqualTo(CLIENTS);
  }

  private void round(ExecutorService pool, List<Client> clients, boolean finish) throws Exception {
    try (ServerProcess started = ServerProcess.serve(home, "--folder", "root", "--no-fsync")) {
      server = started;
      List<Future<?>> running = new ArrayList<>();
      for (Client client : clients) {
        running.add(pool.submit(() -> client.run(finish)));
      }
      for (Future<?> future : running) {
        future.get();
      }
      for (Client client : clients) {
        client.checkVisible();
      }
    }
  }
}
