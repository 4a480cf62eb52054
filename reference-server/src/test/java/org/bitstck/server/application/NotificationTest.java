package org.bitstck.server.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitstck.server.testing.ApplicationUnderTest.byReference;
import static org.bitstck.server.testing.ApplicationUnderTest.byValue;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.ApplicationUnderTest;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the application answers to notifications. */
class NotificationTest {
  private static final byte[] DATA = bytes(300);

  @TempDir Path home;
  private ApplicationUnderTest application;

  @BeforeEach
  void start() throws IOException {
    application = new ApplicationUnderTest(home.toRealPath());
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private static byte[] bytes(int size) {
    byte[] bytes = new byte[size];
    new Random(size).nextBytes(bytes);
    return bytes;
  }

  private Path data(byte[] bytes) throws IOException {
    return Files.write(application.shared().resolve("request"), bytes);
  }

  private Path reply() {
    return application.shared().resolve("reply");
  }

  @Test
  void byValueTheReplyIsTheBody() throws IOException {
    byte[] large = bytes(ApplicationUnderTest.LARGEST);

    Answer answer = application.exchange(byValue("/take").body(large));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.version()).isEqualTo("HTTP/1.1");
    assertThat(answer.body()).isEqualTo(large);
    await().untilAsserted(() -> assertThat(application.leftovers()).isZero());
  }

  @Test
  void byReferenceTheReplyIsInTheFile() throws IOException {
    Answer answer = application.exchange(byReference("/take", data(DATA), reply()));

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.header("Content-Length")).isEqualTo("0");
    assertThat(reply()).hasBinaryContent(DATA);
    assertThat(application.leftovers()).isZero();
  }

  @Test
  void bothWaysHaveTheSameResult() throws IOException {
    Answer byValue = application.exchange(byValue("/digest").body(DATA));
    application.exchange(byReference("/digest", data(DATA), reply()));

    assertThat(reply()).hasBinaryContent(byValue.body());
    assertThat(new String(byValue.body(), StandardCharsets.US_ASCII)).matches("[0-9a-f]{64}\n");
  }

  @Test
  void chunkedBodiesAreTaken() throws IOException {
    try (Wire wire = application.connect()) {
      Request head = byValue("/take").header("Transfer-Encoding", "chunked").noLength();
      wire.send(head.head()).send("3\r\nabc\r\n2\r\nde\r\n0\r\n\r\n");

      assertThat(wire.read().body()).isEqualTo("abcde".getBytes(StandardCharsets.US_ASCII));
    }
  }

  @Test
  void anEmptyUploadHasAnEmptyReply() throws IOException {
    assertThat(application.exchange(byValue("/take")).header("Content-Length")).isEqualTo("0");
    application.exchange(byReference("/take", data(new byte[0]), reply()));
    assertThat(reply()).isEmptyFile();
  }

  @Test
  void aStaticReplyIsServed() throws IOException {
    Answer answer = application.exchange(byReference("/static", data(DATA), reply()));
    String url = answer.header("BITS-Static-Response-URL");
    String path = url.replaceFirst("http://127.0.0.1:\\d+", "");

    assertThat(answer.header("BITS-Copy-File-To-Destination")).isNotNull();
    assertThat(answer.body()).isEmpty();
    assertThat(reply()).doesNotExist();
    assertThat(application.exchange(Request.get(path)).body()).isEqualTo(DATA);
    Answer part = application.exchange(Request.get(path).header("Range", "bytes=10-19"));
    assertThat(part.status()).isEqualTo(206);
    assertThat(part.body()).isEqualTo(java.util.Arrays.copyOfRange(DATA, 10, 20));
    Answer head = application.exchange(Request.of("HEAD", path).noLength());
    assertThat(head.header("Content-Length")).isEqualTo("300");
    assertThat(application.exchange(Request.get(path + "0")).status()).isEqualTo(404);
    assertThat(application.exchange(Request.get("/replies/../secret")).status()).isEqualTo(404);
  }

  @Test
  void aStaticReplySurvivesARestart() throws IOException {
    String url =
        application
            .exchange(byValue("/static").body(DATA))
            .header("BITS-Static-Response-URL")
            .replaceFirst("http://127.0.0.1:\\d+", "");

    application.restart();

    assertThat(application.exchange(Request.get(url)).body()).isEqualTo(DATA);
    assertThat(
            application.exchange(byValue("/static").body(DATA)).header("BITS-Static-Response-URL"))
        .endsWith(url);
  }

  @Test
  void errorsOnDemandHaveNoEffect() throws IOException {
    assertThat(application.exchange(byValue("/busy").body(DATA)).status()).isEqualTo(503);
    assertThat(application.effects()).isEmpty();
  }

  @Test
  void aRepetitionHasTheSameReplyAndNoEffect() throws IOException {
    for (int i = 0; i < 2; i++) {
      Answer answer = application.exchange(byReference("/take", data(DATA), reply()));
      assertThat(answer.status()).isEqualTo(200);
      assertThat(reply()).hasBinaryContent(DATA);
    }
    assertThat(application.effects()).hasSize(1);

    application.restart();
    application.exchange(byReference("/take", data(DATA), reply()));
    assertThat(application.effects()).hasSize(1);

    application.exchange(byReference("/take", data(DATA), application.shared().resolve("other")));
    assertThat(application.effects()).hasSize(2);
  }

  @Test
  void repetitionsAtOnceHaveOneEffect() throws IOException {
    try (Wire first = application.connect();
        Wire second = application.connect()) {
      byte[] request = byValue("/take").body(DATA).bytes();
      first.send(request);
      second.send(request);
      assertThat(first.read().body()).isEqualTo(second.read().body());
    }
    assertThat(application.effects()).hasSize(1);
  }

  static Stream<Arguments> invalid() {
    String url = "BITS-Original-Request-URL";
    return Stream.of(
        arguments(400, byValue("/").without(url)),
        arguments(400, byValue("/").without(url).header(url, "/inbox/a.bin")),
        arguments(400, byValue("/").header(url, "http://b/")),
        arguments(400, byValue("/").without("Host")),
        arguments(505, byValue("/").version("HTTP/1.0")),
        arguments(400, byValue("/").header("BITS-Request-DataFile-Name", "/a")),
        arguments(400, byValue("/").header("BITS-Response-DataFile-Name", "/a")),
        arguments(400, byReference("/", Path.of("a"), Path.of("b"))),
        arguments(405, Request.get("/")),
        arguments(405, Request.of("PUT", "/")));
  }

  @ParameterizedTest
  @MethodSource("invalid")
  void invalidNotificationsAreRefused(int status, Request request) throws IOException {
    Answer answer = application.exchange(request);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).isEmpty();
    assertThat(application.effects()).isEmpty();
  }

  @Test
  void aBodyBesideFileNamesIsRefused() throws IOException {
    Request request = byReference("/take", data(DATA), reply()).body(DATA);

    assertThat(application.exchange(request).status()).isEqualTo(400);
    assertThat(reply()).doesNotExist();
  }

  @Test
  void tooLargeIsRefusedBeforeItIsRead() throws IOException {
    try (Wire wire = application.connect()) {
      Request head = byValue("/take").header("Content-Length", "999999999999").noLength();

      assertThat(wire.send(head.head()).read().status()).isEqualTo(413);
      assertThat(wire.isClosed()).isTrue();
    }
    assertThat(application.leftovers()).isZero();
  }

  @Test
  void onlySharedFoldersAreTouched() throws IOException {
    Path secret = Files.write(home.resolve("secret"), DATA);
    Path link = Files.createSymbolicLink(application.shared().resolve("link"), secret);
    Path outside = home.toRealPath().resolve("outside");
    Path linkedReply = Files.createSymbolicLink(application.shared().resolve("out"), outside);

    List<Request> requests =
        List.of(
            byReference("/take", secret, reply()),
            byReference("/take", link, reply()),
            byReference("/take", application.shared().resolve("../secret"), reply()),
            byReference("/take", data(DATA), outside),
            byReference("/take", data(DATA), linkedReply),
            byReference("/take", data(DATA), data(DATA)),
            byReference("/take", application.shared(), reply()),
            byReference("/take", data(DATA), application.shared()));

    for (Request request : requests) {
      assertThat(application.exchange(request).status()).as(request.toString()).isEqualTo(403);
    }
    assertThat(outside).doesNotExist();
    assertThat(reply()).doesNotExist();
  }

  @Test
  void whatIsNotThereIsAnError() throws IOException {
    Path gone = application.shared().resolve("gone");

    assertThat(application.exchange(byReference("/take", gone, reply())).status()).isEqualTo(404);
    assertThat(
            application.exchange(byReference("/take", data(DATA), gone.resolve("reply"))).status())
        .isEqualTo(404);
    assertThat(reply()).doesNotExist();
    assertThat(application.effects()).isEmpty();
  }

  @Test
  void requestsFollowEachOtherOnAConnection() throws IOException {
    try (Wire wire = application.connect()) {
      assertThat(
              wire.exchange(byValue("/").without("BITS-Original-Request-URL").body(DATA)).status())
          .isEqualTo(400);
      assertThat(wire.exchange(byValue("/busy").body(DATA)).status()).isEqualTo(503);
      assertThat(wire.exchange(byValue("/take").body(DATA)).body()).isEqualTo(DATA);
      assertThat(wire.exchange(byValue("/none").body(DATA)).body()).isEmpty();
    }
  }

  @Test
  void aBodyThatBreaksOffHasNoEffect() throws IOException {
    try (Wire wire = application.connect()) {
      wire.send(byValue("/take").header("Content-Length", "300").noLength().head()).send("abc");
      wire.reset();
    }
    await().untilAsserted(() -> assertThat(application.leftovers()).isZero());
    assertThat(application.effects()).isEmpty();
  }
}
