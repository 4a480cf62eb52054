package org.bitstck.server.application;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.bitstck.server.defect.Defect;
import org.bitstck.server.defect.application.ApplicationDefects;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.ApplicationUnderTest;
import org.bitstck.server.testing.ServerProcess;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The application as a user starts it. */
class ApplicationCommandTest {
  private static final String READY = "bits-server application listening on http://127.0.0.1:";

  @TempDir Path home;

  private Process start(String... arguments) throws IOException {
    List<String> all = Stream.concat(Stream.of("application"), Arrays.stream(arguments)).toList();
    return ServerProcess.start(home, all.toArray(String[]::new));
  }

  private static int port(BufferedReader out) throws IOException {
    String line = out.readLine();
    assertThat(line).startsWith(READY).endsWith("/");
    return Integer.parseInt(line.substring(READY.length()).replace("/", ""));
  }

  private static int exit(Process process) throws InterruptedException {
    assertThat(process.waitFor(20, TimeUnit.SECONDS)).isTrue();
    return process.exitValue();
  }

  @Test
  void printsItsUrlAndAnswers() throws Exception {
    Process process = start("--port", "0", "--reply", "digest", "--at", "/down=error:503");
    try (BufferedReader out = process.inputReader()) {
      int port = port(out);
      try (Wire wire = new Wire(port)) {
        Answer answer = wire.exchange(ApplicationUnderTest.byValue("/take"));
        assertThat(new String(answer.body(), StandardCharsets.US_ASCII)).startsWith("e3b0c44298fc");
        assertThat(wire.exchange(ApplicationUnderTest.byValue("/down")).status()).isEqualTo(503);
      }
      process.toHandle().destroy();
      assertThat(exit(process)).isEqualTo(143);
    } finally {
      process.destroyForcibly();
    }
  }

  /** A body of many times the heap goes through. */
  @Test
  void bodiesAreStreamed() throws Exception {
    long size = 200L << 20;
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx48m",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                "org.bitstck.server.Main",
                "application",
                "--port",
                "0",
                "--folder",
                home.toString())
            .redirectError(home.resolve("err.txt").toFile())
            .start();
    try (BufferedReader out = process.inputReader();
        Socket socket = new Socket("127.0.0.1", port(out))) {
      socket.setSoTimeout(60_000);
      byte[] piece = new byte[1 << 20];
      new Random(1).nextBytes(piece);
      CompletableFuture<Void> sender =
          CompletableFuture.runAsync(
              () -> {
                try {
                  socket
                      .getOutputStream()
                      .write(
                          ("POST / HTTP/1.1\r\nHost: a\r\nBITS-Original-Request-URL: http://a/b\r\n"
                                  + "Content-Length: "
                                  + size
                                  + "\r\n\r\n")
                              .getBytes(StandardCharsets.US_ASCII));
                  for (long sent = 0; sent < size; sent += piece.length) {
                    socket.getOutputStream().write(piece);
                  }
                } catch (IOException e) {
                  throw new java.io.UncheckedIOException(e);
                }
              });
      InputStream in = socket.getInputStream();
      String head = "";
      while (!head.endsWith("\r\n\r\n")) {
        head += (char) in.read();
      }
      sender.join();
      assertThat(head).contains("200 OK", "Content-Length: " + size);
      for (long got = 0; got < size; got += piece.length) {
        assertThat(Arrays.equals(in.readNBytes(piece.length), piece)).isTrue();
      }
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void saysWhatIsWrong() throws Exception {
    try (ServerSocket taken = new ServerSocket(0)) {
      assertThat(exit(start("--port", String.valueOf(taken.getLocalPort())))).isEqualTo(1);
    }
    assertThat(exit(start("--reply", "louder"))).isEqualTo(2);
    assertThat(exit(start("--at", "take=echo"))).isEqualTo(2);
    assertThat(exit(start("--max-size", "much"))).isEqualTo(2);
    assertThat(exit(start("--shared", home.resolve("nowhere").toString()))).isEqualTo(1);
    assertThat(exit(start("--defect", "BITS-APP-NOTHING-001"))).isEqualTo(2);
    assertThat(Files.readString(home.resolve("err.txt")))
        .contains("cannot start", "not echo, digest", "begins with a slash", "no size: much")
        .contains("nowhere", "no defect 'BITS-APP-NOTHING-001'");
  }

  @Test
  void helpTellsAll() throws Exception {
    Process process = start("--help");
    String help = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(help).contains("--port", "--reply", "error:STATUS", "--shared", "Exit:");
    assertThat(exit(process)).isZero();
  }

  @Test
  void listsItsDefects() throws Exception {
    Process process = start("--list-defects");
    String lines = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(exit(process)).isZero();
    assertThat(lines.lines())
        .hasSameSizeAs(ApplicationDefects.list().all())
        .allMatch(
            line ->
                line.matches(
                    "\\{\"id\":\"(BITS-APP-[A-Z]+-\\d{3})/[a-z0-9-]+\",\"requirement\":\"\\1\","
                        + "\"role\":\"server-application\",\"sentence\":\"[^\"\\\\]+\","
                        + "\"follows\":\\[.*]}"));
    TreeSet<String> requirements = new TreeSet<>();
    ApplicationDefects.list().all().stream().map(Defect::requirement).forEach(requirements::add);
    assertThat(requirements).hasSize(12);
  }
}
