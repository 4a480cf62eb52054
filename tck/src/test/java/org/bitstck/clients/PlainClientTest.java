package org.bitstck.clients;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.PlainServer;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The test tree's own client does what it should before it judges the kit. */
class PlainClientTest {
  @TempDir Path folder;
  private Path file;
  private byte[] content;
  private final BlockingQueue<Report> reports = new LinkedBlockingQueue<>();

  /** Writes down what comes, and may answer otherwise. */
  private static class Server extends PlainServer {
    final List<HttpRequest> requests = new CopyOnWriteArrayList<>();
    private final Function<Integer, HttpAnswer> instead;

    Server(Function<Integer, HttpAnswer> instead) {
      this.instead = instead;
    }

    @Override
    protected HttpAnswer answer(HttpRequest request) {
      if (request.method().equals("GET")) {
        return super.answer(request);
      }
      requests.add(request);
      HttpAnswer other = instead.apply(requests.size());
      return other == null ? super.answer(request) : other;
    }

    String kinds() {
      return String.join(" ", requests.stream().map(r -> r.packetType()).toList());
    }
  }

  @BeforeEach
  void makeFile() throws Exception {
    content = new byte[20_000];
    new Random(1).nextBytes(content);
    file = Files.write(folder.resolve("upload.bin"), content);
  }

  private ClientDriver.Upload start(Server server, Credentials credentials) {
    return start(server, credentials, null, 5000);
  }

  private ClientDriver.Upload start(
      Server server, Credentials credentials, Path replyTo, long answerMs) {
    server.start();
    UploadOrder order =
        new UploadOrder(
            "1", server.url() + "a.bin", file, replyTo, 8000, credentials, answerMs, 5000, 10);
    return new PlainClient().start(order, reports::add);
  }

  private Report outcome() throws InterruptedException {
    Report report = reports.poll(30, TimeUnit.SECONDS);
    assertThat(report).isNotNull();
    return report;
  }

  private static HttpAnswer ack(int status) {
    return new HttpAnswer(status).with("BITS-Packet-Type", "Ack");
  }

  @Test
  void uploadsInFragments() throws Exception {
    try (Server server = new Server(n -> null)) {
      start(server, null);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.kinds())
          .isEqualTo("create-session fragment fragment fragment close-session");
    }
  }

  @Test
  void shrinksAndAuthenticatesOnce() throws Exception {
    try (Server server =
        new Server(
            n ->
                n == 1
                    ? ack(401).with("WWW-Authenticate", "Basic realm=x")
                    : n == 3 ? ack(413) : null)) {
      start(server, new Credentials("a", "b"));
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.requests.get(1).header("Authorization")).isPresent();
      assertThat(server.requests.get(3).header("Content-Range")).contains("bytes 0-5119/20000");
    }
  }

  @Test
  void startsOverWhenTheSessionIsLost() throws Exception {
    try (Server server =
        new Server(n -> n == 3 ? ack(500).with("bits-error-code", "8020001f") : null)) {
      start(server, null);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.kinds())
          .startsWith("create-session fragment fragment create-session fragment");
    }
  }

  @Test
  void reportsAndCanBeCancelled() throws Exception {
    try (Server server =
        new Server(
            n ->
                n == 3
                    ? ack(403).with("BITS-Error", "0x80070005").with("BITS-Error-Context", "0x5")
                    : null)) {
      ClientDriver.Upload upload = start(server, null);
      assertThat(outcome())
          .isEqualTo(new Report(Outcome.FAILED, "http", 403, 0x80070005L, 5, "refused"));
      upload.cancel();
      assertThat(outcome().outcome()).isEqualTo(Outcome.CANCELLED);
      assertThat(server.kinds()).isEqualTo("create-session fragment fragment cancel-session");
    }
  }

  @Test
  void pausesAndGoesOn() throws Exception {
    ClientDriver.Upload[] upload = new ClientDriver.Upload[1];
    CountDownLatch started = new CountDownLatch(1);
    try (Server server =
        new Server(
            n -> {
              if (n == 3) {
                try {
                  started.await();
                } catch (InterruptedException e) {
                  throw new IllegalStateException(e);
                }
                upload[0].pause();
              }
              return null;
            })) {
      upload[0] = start(server, null);
      started.countDown();
      assertThat(outcome().outcome()).isEqualTo(Outcome.PAUSED);
      upload[0].resume(null);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.kinds())
          .isEqualTo("create-session fragment fragment ping fragment close-session");
    }
  }

  @Test
  void triesAgainAfterAFaultOfTransport() throws Exception {
    try (Server server = new Server(n -> n == 1 ? HttpAnswer.HANG_UP : null)) {
      start(server, null);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.kinds()).startsWith("create-session create-session fragment");
    }
  }

  @Test
  void suspendsAtATimeOutAndGoesOn() throws Exception {
    try (Server server = new Server(n -> n == 3 ? HttpAnswer.SILENCE : null)) {
      ClientDriver.Upload upload = start(server, null, null, 300);
      assertThat(outcome().cause()).isEqualTo("timeout");
      upload.resume(null);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.kinds())
          .isEqualTo("create-session fragment fragment ping fragment fragment close-session");
    }
  }

  @Test
  void fallsBackFromADeadHost() throws Exception {
    try (Server server =
        new Server(n -> null) {
          @Override
          protected HttpAnswer onCreate(HttpRequest request) {
            return super.onCreate(request)
                .with("BITS-Host-Id", "127.0.0.2")
                .with("BITS-Host-Id-Fallback-Timeout", "1");
          }
        }) {
      start(server, null);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      assertThat(server.kinds())
          .isEqualTo("create-session ping fragment fragment fragment close-session");
    }
  }

  @Test
  void getsTheReplyInPiecesFromWhereWindowsSays() throws Exception {
    List<String> gets = new CopyOnWriteArrayList<>();
    byte[] reply = Arrays.copyOf(content, 1000);
    try (Server server =
        new Server(n -> null) {
          @Override
          protected HttpAnswer onFragment(HttpRequest request) {
            return super.onFragment(request)
                .with("BITS-Reply-URL", "BITS-Sessions\\Replies\\{1}\\r.bin");
          }

          @Override
          protected HttpAnswer answer(HttpRequest request) {
            if (!request.method().equals("GET")) {
              return super.answer(request);
            }
            gets.add(request.target() + " " + request.header("Range").orElse("whole"));
            return gets.size() == 1
                ? new HttpAnswer(200)
                    .body(Arrays.copyOf(reply, 600))
                    .with("Content-Length", "1000")
                    .closing()
                : new HttpAnswer(206)
                    .body(Arrays.copyOfRange(reply, 600, 1000))
                    .with("Content-Range", "bytes 600-999/1000");
          }
        }) {
      Path replyTo = folder.resolve("reply.bin");
      start(server, null, replyTo, 5000);
      assertThat(outcome().outcome()).isEqualTo(Outcome.SUCCESS);
      String path = "/inbox/BITS-Sessions/Replies/%7B1%7D/r.bin ";
      assertThat(gets).containsExactly(path + "whole", path + "bytes=600-999");
      assertThat(replyTo).hasBinaryContent(reply);
      assertThat(server.kinds()).endsWith("fragment close-session");
    }
  }
}
