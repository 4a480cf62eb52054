package org.bitstck.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Random;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestServer;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole uploads and everything that can go wrong in them, byte by byte over a socket. */
class UploadTest {
  private static final byte[] DATA = data(300);

  @TempDir Path home;
  private TestServer server;

  @BeforeEach
  void start() throws Exception {
    server = new TestServer(home);
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static byte[] data(int length) {
    byte[] data = new byte[length];
    new Random(1).nextBytes(data);
    return data;
  }

  private Answer fragment(String session, int from, int to) throws Exception {
    return server.exchange(Request.fragment("/a", session, DATA, from, to));
  }

  private void closeAndCompare(String session) throws Exception {
    Answer answer = server.exchange(Request.close("/a", session));
    assertThat(answer.outcome()).isEqualTo("200");
    assertThat(answer.session()).isEqualTo(session);
    assertThat(server.file("a")).hasBinaryContent(DATA);
    assertThat(server.unfinished()).isZero();
  }

  @Test
  void inThreeFragmentsOnOneConnection() throws Exception {
    try (Wire wire = server.connect()) {
      Answer created = wire.exchange(Request.create("/a"));
      assertThat(created.headers().stream().map(header -> header.getKey()))
          .containsExactly(
              "Date",
              "BITS-Packet-Type",
              "Content-Length",
              "BITS-Session-Id",
              "BITS-Protocol",
              "Accept-Encoding");
      String session = created.session();
      assertThat(session).matches("\\{[0-9A-F]{8}(-[0-9A-F]{4}){3}-[0-9A-F]{12}\\}");
      assertThat(wire.exchange(Request.fragment("/a", session, DATA, 0, 100)).offset())
          .isEqualTo("100");
      assertThat(wire.exchange(Request.ping("/a")).session()).isNull();
      assertThat(wire.exchange(Request.fragment("/a", session, DATA, 100, 299)).offset())
          .isEqualTo("299");
      assertThat(server.file("a")).doesNotExist();
      assertThat(wire.exchange(Request.fragment("/a", session, DATA, 299, 300)).offset())
          .isEqualTo("300");
      assertThat(wire.exchange(Request.close("/a", session)).outcome()).isEqualTo("200");
      assertThat(wire.exchange(Request.get("/a")).body()).isEqualTo(DATA);
      assertThat(wire.exchange(Request.close("/a", session)).outcome())
          .isEqualTo("500 0x8020001F 0x5");
    }
  }

  @Test
  void everyFragmentForcedToTheDisk() throws Exception {
    server.close();
    server = new TestServer(home, "fsync: fragment");
    String session = server.session("/a");
    assertThat(fragment(session, 0, 100).offset()).isEqualTo("100");
    assertThat(fragment(session, 100, 300).offset()).isEqualTo("300");
    assertThat(fragment(session, 100, 300).offset()).isEqualTo("300");
    closeAndCompare(session);
  }

  @Test
  void aRestartGoesOnAtTheOffset() throws Exception {
    String session = server.session("/a");
    fragment(session, 0, 100);
    server.restart();
    assertThat(fragment(session, 150, 300).offset()).isEqualTo("100");
    byte[] rest = java.util.Arrays.copyOfRange(DATA, 100, 300);
    assertThat(
            server.exchange(Request.fragment("/a", session, "bytes 100-299/301", rest)).outcome())
        .isEqualTo("400 0x80070057 0x5");
    fragment(session, 100, 300);
    server.restart();
    closeAndCompare(session);
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws Exception {
    String session = server.session("/a");
    try (Wire wire = server.connect()) {
      wire.send(Request.fragment("/a", session, DATA, 0, 300).bytes());
      wire.send(Request.close("/a", session).bytes());
      wire.send(Request.get("/a").bytes());
      wire.send(Request.cancel("/a", session).bytes());
      wire.send(Request.ping("/a").bytes());
      assertThat(wire.read().offset()).isEqualTo("300");
      assertThat(wire.read().outcome()).isEqualTo("200");
      assertThat(wire.read().body()).isEqualTo(DATA);
      assertThat(wire.read().status()).isEqualTo(500);
      assertThat(wire.read().status()).isEqualTo(200);
    }
  }

  @Test
  void aGapIsRefusedWithTheOffset() throws Exception {
    String session = server.session("/a");
    assertThat(fragment(session, 100, 200).offset()).isEqualTo("0");
    fragment(session, 0, 100);
    Answer gap = fragment(session, 150, 200);
    assertThat(gap.outcome()).isEqualTo("416");
    assertThat(gap.offset()).isEqualTo("100");
    assertThat(gap.session()).isEqualTo(session);
    fragment(session, 100, 300);
    closeAndCompare(session);
  }

  @Test
  void ofAnOverlapOnlyTheNewBytesAreStored() throws Exception {
    String session = server.session("/a");
    fragment(session, 0, 100);
    byte[] other = DATA.clone();
    java.util.Arrays.fill(other, 50, 100, (byte) 'B');
    Answer overlap = server.exchange(Request.fragment("/a", session, other, 50, 200));
    assertThat(overlap.outcome()).isEqualTo("200");
    assertThat(overlap.offset()).isEqualTo("200");
    assertThat(fragment(session, 0, 100).offset()).isEqualTo("200");
    assertThat(fragment(session, 200, 300).offset()).isEqualTo("300");
    assertThat(fragment(session, 200, 300).offset()).isEqualTo("300");
    closeAndCompare(session);
  }

  @Test
  void aChangedTotalIsRefusedAndTheSessionGoesOn() throws Exception {
    String session = server.session("/a");
    fragment(session, 0, 100);
    byte[] rest = java.util.Arrays.copyOfRange(DATA, 100, 300);
    Answer changed = server.exchange(Request.fragment("/a", session, "bytes 100-299/301", rest));
    assertThat(changed.outcome()).isEqualTo("400 0x80070057 0x5");
    fragment(session, 100, 300);
    closeAndCompare(session);
  }

  @Test
  void offsetsAreNumbersOf64Bits() throws Exception {
    String session = server.session("/a");
    byte[] ten = new byte[10];
    String total = "/5000000000";
    assertThat(server.exchange(Request.fragment("/a", session, "bytes 0-9" + total, ten)).offset())
        .isEqualTo("10");
    Answer far =
        server.exchange(
            Request.fragment("/a", session, "bytes 4294967306-4294967315" + total, ten));
    assertThat(far.status()).isEqualTo(416);
    assertThat(far.offset()).isEqualTo("10");
  }

  @Test
  void sessionIdsAreComparedWithoutCase() throws Exception {
    String session = server.session("/a");
    Answer answer = fragment(session.toLowerCase(Locale.ROOT), 0, 300);
    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.session()).isEqualTo(session.toLowerCase(Locale.ROOT));
    closeAndCompare(session);
  }

  @Test
  void closeBeforeTheEndPublishesNothing() throws Exception {
    Files.writeString(server.file("a"), "old");
    String session = server.session("/a");
    fragment(session, 0, 100);
    assertThat(server.exchange(Request.close("/a", session)).outcome()).isEqualTo("200");
    assertThat(server.file("a")).hasContent("old");
    assertThat(server.unfinished()).isZero();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 100, 300})
  void cancelLeavesNothing(int received) throws Exception {
    String session = server.session("/a");
    if (received > 0) {
      fragment(session, 0, received);
    }
    assertThat(server.exchange(Request.cancel("/a", session)).outcome()).isEqualTo("200");
    assertThat(fragment(session, 0, 100).outcome()).isEqualTo("500 0x8020001F 0x5");
    assertThat(server.file("a")).doesNotExist();
    assertThat(server.unfinished()).isZero();
  }

  @Test
  void anExistingFileIsReplacedAsAWhole() throws Exception {
    Files.write(server.file("a"), new byte[1000]);
    String session = server.session("/a");
    fragment(session, 0, 300);
    assertThat(Files.size(server.file("a"))).isEqualTo(1000);
    closeAndCompare(session);
  }

  @Test
  void aVanishedEntityIsNotFoundAtClose() throws Exception {
    String session = server.session("/a");
    fragment(session, 0, 300);
    try (var files = Files.list(server.file(".bits-sessions"))) {
      for (Path file : files.filter(f -> f.toString().endsWith(".data")).toList()) {
        Files.delete(file);
      }
    }
    assertThat(server.exchange(Request.close("/a", session)).status()).isEqualTo(404);
  }

  @Test
  void theSessionBelongsToItsUrl() throws Exception {
    String session = server.session("/a");
    Answer answer = server.exchange(Request.fragment("/b", session, DATA, 0, 300));
    assertThat(answer.outcome()).isEqualTo("400 0x80070057 0x5");
    assertThat(server.exchange(Request.close("/b", session)).status()).isEqualTo(400);
    fragment(session, 0, 300);
    closeAndCompare(session);
    assertThat(server.file("b")).doesNotExist();
  }

  @Test
  void aBrokenConnectionLeavesWhatArrived() throws Exception {
    String session = server.session("/a");
    try (Wire wire = server.connect()) {
      Request whole = Request.fragment("/a", session, DATA, 0, 300);
      wire.send(whole.head()).send(java.util.Arrays.copyOf(DATA, 120));
      // a request that begins behind what can be there tells the offset
      await().until(() -> fragment(session, 299, 300).offset(), "120"::equals);
      wire.reset();
    }
    assertThat(fragment(session, 0, 300).offset()).isEqualTo("300");
    closeAndCompare(session);
  }

  @Test
  void aNewRequestTakesTheSessionFromOneThatHangs() throws Exception {
    String session = server.session("/a");
    try (Wire hanging = server.connect()) {
      hanging.send(Request.fragment("/a", session, DATA, 0, 300).head());
      hanging.send(java.util.Arrays.copyOf(DATA, 10));
      await().until(() -> fragment(session, 299, 300).offset(), "10"::equals);
      assertThat(fragment(session, 0, 300).offset()).isEqualTo("300");
      hanging.send(java.util.Arrays.copyOfRange(DATA, 10, 300));
      Answer late = hanging.read();
      assertThat(late.outcome()).isEqualTo("416");
      assertThat(late.offset()).isEqualTo("300");
    }
    closeAndCompare(session);
  }

  @Test
  void expectContinue() throws Exception {
    String session = server.session("/a");
    try (Wire wire = server.connect()) {
      Request first = Request.fragment("/a", session, DATA, 0, 100);
      wire.send(first.header("Expect", "100-continue").head());
      assertThat(wire.read().status()).isEqualTo(100);
      wire.send(java.util.Arrays.copyOf(DATA, 100));
      assertThat(wire.read().offset()).isEqualTo("100");
      Request gap = Request.fragment("/a", session, DATA, 200, 300);
      wire.send(gap.header("Expect", "100-continue").head());
      assertThat(wire.read().status()).isEqualTo(416);
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void expectContinueWithoutABodyKeepsTheConnection() throws Exception {
    try (Wire wire = server.connect()) {
      Request create = Request.create("/a").header("Expect", "100-continue");
      assertThat(wire.exchange(create).header("Connection")).isNull();
      assertThat(wire.exchange(Request.ping("/a")).status()).isEqualTo(200);
    }
  }

  @Test
  void theBodyOfARefusedFragmentIsNotTheNextRequest() throws Exception {
    String session = server.session("/a");
    byte[] body = ("BITS_POST / HTTP/1.1\r\n\r\n" + "x".repeat(65_536)).getBytes(UTF_8);
    String range = "bytes 5-" + (body.length + 4) + "/" + (body.length + 5);
    try (Wire wire = server.connect()) {
      assertThat(wire.exchange(Request.fragment("/a", session, range, body)).status())
          .isEqualTo(416);
      assertThat(wire.exchange(Request.ping("/a")).status()).isEqualTo(200);
    }
  }

  @Test
  void aCodedFragmentIsRefused() throws Exception {
    String session = server.session("/a");
    Request coded =
        Request.fragment("/a", session, DATA, 0, 300).header("Content-Encoding", "gzip");
    assertThat(server.exchange(coded).outcome()).isEqualTo("415 0x80070057 0x5");
    Request plain =
        Request.fragment("/a", session, DATA, 0, 300).header("Content-Encoding", "Identity");
    assertThat(server.exchange(plain).offset()).isEqualTo("300");
  }

  @Test
  void requestsThatBreakTheSyntax() throws Exception {
    String session = server.session("/a");
    Request[] requests = {
      Request.of("BITS_POST", "/a"),
      Request.packet("RESUME-SESSION", "/a"),
      Request.packet("Ack", "/a"),
      Request.ping("/a").body(DATA),
      Request.ping("/a").version("HTTP/1.0"),
      Request.ping("/a").without("Host"),
      Request.ping("/a").header("X", "y".repeat(4097)),
      Request.ping("/a").header("X", "y".repeat(70_000)),
      Request.create("/a").without("BITS-Supported-Protocols"),
      Request.create("/a").header("BITS-Packet-Type", "PING"),
      Request.packet("CLOSE-SESSION", "/a"),
      Request.close("/a", "7"),
      Request.close("/a", session).body(DATA),
      Request.fragment("/a", session, DATA, 0, 300).without("Content-Range"),
      Request.fragment("/a", session, "bytes 0-99/300", new byte[50]),
      Request.fragment("/a", session, "bytes 0-99/300", new byte[150]),
      Request.create("/../a"),
      Request.create("/%2e%2e/a"),
      Request.create("/x%2f..%2fa"),
      Request.create("/..%5ca"),
      Request.create("/a%00b"),
      Request.create("/con"),
      Request.create("/.bits-sessions/a"),
      Request.create("/"),
    };
    for (Request request : requests) {
      String head = new String(request.head(), UTF_8);
      Answer answer = server.exchange(request);
      assertThat(answer.outcome()).as(head).isEqualTo("400 0x80070057 0x5");
      assertThat(answer.header("BITS-Packet-Type")).as(head).isEqualTo("Ack");
      assertThat(answer.header("Content-Length")).as(head).isEqualTo("0");
      assertThat(answer.session()).as(head).isIn(null, session);
    }
    assertThat(server.exchange(Request.ping("/a").header("X", "y".repeat(4096))).status())
        .isEqualTo(200);
    fragment(session, 0, 300);
    closeAndCompare(session);
  }

  @Test
  void garbageGetsAnAck() throws Exception {
    try (Wire wire = server.connect()) {
      Answer answer = wire.send("what is this\r\n\r\n").read();
      assertThat(answer.outcome()).isEqualTo("400 0x80070057 0x5");
      assertThat(wire.isClosed()).isTrue();
    }
  }

  @Test
  void withoutContentLength() throws Exception {
    assertThat(server.exchange(Request.ping("/a").noLength()).outcome())
        .isEqualTo("411 0x80070057 0x5");
    Request chunked = Request.ping("/a").noLength().header("Transfer-Encoding", "chunked");
    assertThat(server.exchange(chunked).outcome()).isEqualTo("411 0x80070057 0x5");
  }

  @Test
  void missingFolderAndExistingFolder() throws Exception {
    Files.createDirectory(server.file("folder"));
    assertThat(server.exchange(Request.create("/none/a")).outcome())
        .isEqualTo("404 0x80070003 0x5");
    assertThat(server.exchange(Request.create("/folder")).outcome())
        .isEqualTo("400 0x80070057 0x5");
  }

  @Test
  void linksOutOfTheFolderAreNotFollowed() throws Exception {
    Path outside = Files.createDirectory(home.resolve("outside"));
    Files.writeString(outside.resolve("secret"), "secret");
    Files.createSymbolicLink(server.file("link"), outside);
    Files.createSymbolicLink(server.file("file"), outside.resolve("secret"));
    assertThat(server.exchange(Request.create("/link/a")).outcome())
        .isEqualTo("403 0x80070005 0x5");
    assertThat(server.exchange(Request.get("/link/secret")).status()).isEqualTo(404);
    assertThat(server.exchange(Request.get("/file")).status()).isEqualTo(404);
    String session = server.session("/file");
    server.exchange(Request.fragment("/file", session, DATA, 0, 300));
    server.exchange(Request.close("/file", session));
    assertThat(outside.resolve("secret")).hasContent("secret");
    assertThat(server.file("file")).hasBinaryContent(DATA);
  }

  @ParameterizedTest
  @CsvSource({"POST", "PUT", "bits_post", "DELETE", "OPTIONS"})
  void otherMethodsDoNothing(String method) throws Exception {
    Request request =
        Request.of(method, "/a")
            .header("BITS-Packet-Type", "CREATE-SESSION")
            .header("BITS-Supported-Protocols", Request.PROTOCOL);
    Answer answer = server.exchange(request);
    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.session()).isNull();
    assertThat(answer.header("BITS-Packet-Type")).isNull();
    assertThat(server.unfinished()).isZero();
  }

  @Test
  void absoluteTargetsNameTheSameDestination() throws Exception {
    String session = server.session("http://files.example:80/a");
    fragment(session, 0, 300);
    closeAndCompare(session);
  }

  @Test
  void slowSendersAreStopped() throws Exception {
    server.close();
    server = new TestServer(home, "timeouts: {head: 400ms, body: 400ms, idle: 30s}");
    String session = server.session("/a");
    try (Wire head = server.connect();
        Wire body = server.connect()) {
      head.send("BITS_POST /a HT");
      body.send(Request.fragment("/a", session, DATA, 0, 300).head()).send(new byte[] {DATA[0]});
      assertThat(head.read().status()).isEqualTo(408);
      assertThat(head.isClosed()).isTrue();
      assertThat(body.read().status()).isEqualTo(408);
      assertThat(body.isClosed()).isTrue();
    }
    server.close();
    server = new TestServer(home);
    fragment(session, 0, 300);
    closeAndCompare(session);
  }

  @Test
  void twoSessionsForOneUrlAreIndependent() throws Exception {
    String first = server.session("/a");
    String second = server.session("/a");
    fragment(first, 0, 100);
    server.exchange(Request.fragment("/a", second, "bytes 0-99/200", new byte[100]));
    server.exchange(Request.cancel("/a", second));
    fragment(first, 100, 300);
    closeAndCompare(first);
  }
}
