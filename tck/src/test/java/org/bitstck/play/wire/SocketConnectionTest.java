package org.bitstck.play.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response.Framing;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the kit makes of everything that a peer may do on the wire. */
@Timeout(30)
class SocketConnectionTest {
  private static final Duration PATIENT = Duration.ofSeconds(10);
  private static final Duration SHORT = Duration.ofMillis(200);
  private static final String EMPTY_OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";

  private SocketTransport transport;

  @AfterEach
  void closeTransport() {
    transport.close();
  }

  private Connection connect(Endpoint endpoint, Duration answer) {
    transport =
        new SocketTransport(
            new Limits(Duration.ofSeconds(2), answer, 128 * 1024, 16 * 1024 * 1024), null);
    return transport.connect(endpoint, 1, System.nanoTime(), Patience.ALONE);
  }

  private Exchange ask(ScriptedPeer peer, Duration answer, Request request, Sending sending)
      throws IOException {
    try (peer;
        Connection connection = connect(peer.endpoint(), answer)) {
      return connection.exchange(1, request, sending);
    }
  }

  private Exchange get(ScriptedPeer peer) throws IOException {
    return ask(peer, PATIENT, request("GET", ""), Sending.USUAL);
  }

  private static Request request(String method, String body) {
    return Request.of(
        method,
        "/f",
        new Headers(List.of(new Header("Content-Length", String.valueOf(body.length())))),
        body.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static String body(Exchange exchange) {
    return new String(exchange.response().body(), StandardCharsets.ISO_8859_1);
  }

  @Test
  void aPlainAnswerIsReadToTheByte() throws IOException {
    Exchange exchange =
        get(
            ScriptedPeer.answering(
                "HTTP/1.1 200 Fine by me\r\nX-A: 1\r\nx-a:  2 \r\nContent-Length: 5\r\n\r\nhello"));

    assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(exchange.response().status()).isEqualTo(200);
    assertThat(exchange.response().reason()).isEqualTo("Fine by me");
    assertThat(exchange.response().headers().all("X-A")).containsExactly("1", "2");
    assertThat(exchange.response().faults()).isEmpty();
    assertThat(body(exchange)).isEqualTo("hello");
    assertThat(exchange.surplus()).isZero();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK\\nContent-Length: 0\\n\\n                                       | a line ends in LF without CR
          \\r\\nHTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n                        | an empty line stands before the status line
          HTTP/1.1 200 OK\\r\\nno colon\\r\\nContent-Length: 0\\r\\n\\r\\n                | a header line has no name and colon
          HTTP/1.1 200 OK\\r\\nX : 1\\r\\nContent-Length: 0\\r\\n\\r\\n                   | blank before the colon of 'X'
          HTTP/1.1 200 OK\\r\\n X: 1\\r\\nContent-Length: 0\\r\\n\\r\\n                   | the first header line starts with a blank
          HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nContent-Length: 1\\r\\n\\r\\n       | Content-Length stands twice with different values
          HTTP/1.1 200 OK\\r\\nContent-Length: none\\r\\n\\r\\n                           | Content-Length is no number
          """)
  void faultsOfFormAreNotedAndTheAnswerIsTaken(String answer, String fault) throws IOException {
    Exchange exchange = get(ScriptedPeer.answering(unescaped(answer)));

    assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(exchange.response().status()).isEqualTo(200);
    assertThat(exchange.response().faults().get(0)).startsWith(fault);
  }

  @Test
  void everyBareLineFeedIsSeenButNotTold() throws IOException {
    Exchange exchange =
        get(ScriptedPeer.answering("HTTP/1.1 200 OK\n" + "X: 1\n".repeat(50) + "\n"));
    assertThat(exchange.response().faults()).hasSizeLessThanOrEqualTo(5);
  }

  private static String unescaped(String text) {
    return text.replace("\\r", "\r").replace("\\n", "\n");
  }

  @Test
  void foldedValuesAreJoined() throws IOException {
    Exchange exchange =
        get(
            ScriptedPeer.answering(
                "HTTP/1.1 200 OK\r\nX: a\r\n  b\r\n\tc\r\nContent-Length: 0\r\n\r\n"));
    assertThat(exchange.response().headers().first("x")).hasValue("a b c");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "hello\r\n",
        "HTTP/1.1 2000 OK\r\n\r\n",
        "HTTP/1.1 OK\r\n\r\n",
        "http/1.1 200 OK\r\n\r\n",
        "SSH-2.0-OpenSSH\r\n",
        "HTTP 200 OK\r\n\r\n",
        "\0\0\0\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nxyz\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n-5\r\n"
      })
  void whatIsNoHttpIsGarbage(String bytes) throws IOException {
    Exchange exchange = get(ScriptedPeer.answering(bytes));
    assertThat(exchange.ending()).isEqualTo(Ending.GARBAGE);
    assertThat(exchange.response()).isNull();
    assertThat(exchange.outcome()).contains("no HTTP");
  }

  @Test
  void chunksAreJoinedAndTrailersDropped() throws IOException {
    Exchange exchange =
        get(
            ScriptedPeer.answering(
                "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"
                    + "5;x=y\r\nhello\r\n6\r\n world\r\n0\r\nX-T: 1\r\n\r\n"));

    assertThat(exchange.response().framing()).isEqualTo(Framing.CHUNKED);
    assertThat(body(exchange)).isEqualTo("hello world");
    assertThat(new String(exchange.response().head(), StandardCharsets.ISO_8859_1))
        .endsWith("chunked\r\n\r\n");
  }

  @Test
  void withoutALengthTheBodyLastsUntilTheEnd() throws IOException {
    Exchange exchange = get(ScriptedPeer.answeringAndClosing("HTTP/1.1 200 OK\r\n\r\nhello"));
    assertThat(exchange.response().framing()).isEqualTo(Framing.UNTIL_CLOSE);
    assertThat(body(exchange)).isEqualTo("hello");
  }

  @Test
  void withoutALengthAndAnEndSilenceIsTheEnd() throws IOException {
    Exchange exchange = get(ScriptedPeer.answering("HTTP/1.1 200 OK\r\n\r\nhello"));
    assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(body(exchange)).isEqualTo("hello");
  }

  @Test
  void withoutALengthADripIsNotFollowedForEver() throws IOException {
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> {
              ScriptedPeer.readHead(connection);
              ScriptedPeer.write(connection, "HTTP/1.1 200 OK\r\n\r\n");
              while (true) {
                ScriptedPeer.write(connection, "x");
                TimeUnit.MILLISECONDS.sleep(10);
              }
            });
    assertThat(ask(peer, SHORT, request("GET", ""), Sending.USUAL).ending())
        .isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void interimAnswersGoBeforeTheFinalOne() throws IOException {
    Exchange exchange =
        get(
            ScriptedPeer.answering(
                "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Hints\r\nX: 1\r\n\r\n" + EMPTY_OK));
    assertThat(exchange.interim()).extracting(r -> r.status()).containsExactly(100, 103);
    assertThat(exchange.response().status()).isEqualTo(200);
  }

  @Test
  void endlessInterimAnswersEnd() throws IOException {
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> {
              ScriptedPeer.readHead(connection);
              while (true) {
                ScriptedPeer.write(connection, "HTTP/1.1 102 Processing\r\n\r\n");
              }
            });
    Exchange exchange = get(peer);
    assertThat(exchange.ending()).isEqualTo(Ending.TOO_LARGE);
    assertThat(exchange.response()).isNull();
  }

  @Test
  void bytesBehindTheEndAreSurplus() throws IOException {
    Exchange exchange = get(ScriptedPeer.answering(EMPTY_OK + "surplus"));
    assertThat(exchange.surplus()).isEqualTo(7);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "HTTP/1.1 2",
        "HTTP/1.1 200 OK\r\n",
        "HTTP/1.1 200 OK\r\nContent-",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n",
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhel",
        "HTTP/1.1 100 Continue\r\n\r\n"
      })
  void aConnectionThatEndsTooEarlyIsNoAnswer(String bytes) throws IOException {
    Exchange closed = get(ScriptedPeer.answeringAndClosing(bytes));
    assertThat(closed.ending()).isEqualTo(Ending.CLOSED);
    assertThat(closed.response()).isNull();
    assertThat(closed.outcome()).doesNotContain("''");
    transport.close();

    Exchange reset = get(ScriptedPeer.answeringAndResetting(bytes));
    assertThat(reset.ending()).isIn(Ending.RESET, Ending.CLOSED);
    assertThat(reset.response()).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "HTTP/1.1 200 OK\r\nX", "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhel"})
  void silenceTimesOut(String before) throws IOException {
    Exchange exchange =
        ask(ScriptedPeer.answering(before), SHORT, request("GET", ""), Sending.USUAL);
    assertThat(exchange.ending()).isEqualTo(Ending.TIMED_OUT);
    assertThat(exchange.response()).isNull();
  }

  @Test
  void tenMegabytesOfHeadersAreTooLarge() throws IOException {
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> {
              ScriptedPeer.readHead(connection);
              ScriptedPeer.write(connection, "HTTP/1.1 200 OK\r\n");
              String line = "X: " + "x".repeat(1020) + "\r\n";
              for (int i = 0; i < 10 * 1024; i++) {
                ScriptedPeer.write(connection, line);
              }
            });
    assertThat(get(peer).ending()).isEqualTo(Ending.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Content-Length: 17000000\r\n\r\n",
        "Content-Length: 999999999999999999\r\n\r\n",
        "Transfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n7FFFFFFFFFFFFFFF\r\n"
      })
  void aHugeBodyIsTooLarge(String rest) throws IOException {
    assertThat(get(ScriptedPeer.answering("HTTP/1.1 200 OK\r\n" + rest)).ending())
        .isEqualTo(Ending.TOO_LARGE);
  }

  @ParameterizedTest
  @ValueSource(ints = {204, 304})
  void someStatusesHaveNoBody(int status) throws IOException {
    Exchange exchange =
        get(ScriptedPeer.answering("HTTP/1.1 " + status + " X\r\nContent-Length: 5\r\n\r\n"));
    assertThat(exchange.ending()).isEqualTo(Ending.ANSWERED);
    assertThat(exchange.response().framing()).isEqualTo(Framing.NONE);
  }

  @Test
  void theAnswerToHeadHasNoBody() throws IOException {
    String head = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n";
    Exchange made = ask(ScriptedPeer.answering(head), PATIENT, request("HEAD", ""), Sending.USUAL);
    transport.close();
    byte[] raw = "HEAD /f HTTP/1.1\r\nHost: a\r\n\r\n".getBytes(StandardCharsets.ISO_8859_1);
    Request written = new Request("", "", "", new Headers(List.of()), new byte[0], raw);
    Exchange wire = ask(ScriptedPeer.answering(head), PATIENT, written, Sending.USUAL);

    assertThat(List.of(made.ending(), wire.ending())).containsOnly(Ending.ANSWERED);
  }

  @Test
  void anAnswerBeforeTheBodyIsReadIsTaken() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> {
              ScriptedPeer.readHead(connection);
              ScriptedPeer.write(connection, "HTTP/1.1 413 Too Large\r\nContent-Length: 0\r\n\r\n");
              done.await();
            });
    Exchange exchange = ask(peer, PATIENT, request("POST", "x".repeat(8 << 20)), Sending.USUAL);
    done.countDown();

    assertThat(exchange.response().status()).isEqualTo(413);
  }

  @Test
  void aBodyIsHeldBackUntilThePeerSpeaks() throws Exception {
    CompletableFuture<Integer> bodyBytes = new CompletableFuture<>();
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> {
              ScriptedPeer.readHead(connection);
              int before = connection.getInputStream().available();
              ScriptedPeer.write(connection, "HTTP/1.1 100 Continue\r\n\r\n");
              byte[] body = connection.getInputStream().readNBytes(5);
              bodyBytes.complete(before == 0 ? body.length : -1);
              ScriptedPeer.write(connection, EMPTY_OK);
              connection.getInputStream().readAllBytes();
            });
    Exchange exchange = ask(peer, PATIENT, request("POST", "hello"), Sending.holdBody(PATIENT));

    assertThat(exchange.early()).isTrue();
    assertThat(exchange.interim()).hasSize(1);
    assertThat(exchange.response().status()).isEqualTo(200);
    assertThat(bodyBytes.get()).isEqualTo(5);
  }

  @Test
  void aFinalAnswerInsteadOf100EndsTheExchange() throws IOException {
    Exchange exchange =
        ask(
            ScriptedPeer.answering("HTTP/1.1 417 No\r\nContent-Length: 0\r\n\r\n"),
            PATIENT,
            request("POST", "hello"),
            Sending.holdBody(PATIENT));
    assertThat(exchange.early()).isTrue();
    assertThat(exchange.response().status()).isEqualTo(417);
  }

  @Test
  void aCutRequestEndsWhereItShould() throws Exception {
    CompletableFuture<Integer> came = new CompletableFuture<>();
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> came.complete(connection.getInputStream().readAllBytes().length));
    try (peer;
        Connection connection = connect(peer.endpoint(), PATIENT)) {
      Exchange exchange = connection.exchange(1, request("POST", "hello"), Sending.cut(12, false));
      assertThat(exchange.ending()).isEqualTo(Ending.CUT);
      assertThat(connection.isUsable()).isFalse();
      assertThat(came.get()).isEqualTo(12);
    }
  }

  @Test
  void aCutRequestThatNobodyReadsEnds() throws IOException {
    CountDownLatch done = new CountDownLatch(1);
    ScriptedPeer peer = new ScriptedPeer(connection -> done.await());
    Exchange exchange =
        ask(peer, SHORT, request("POST", "x".repeat(32 << 20)), Sending.cut(30 << 20, false));
    done.countDown();
    assertThat(exchange.ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n                            | true
          HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\nConnection: Close\\r\\n\\r\\n     | false
          HTTP/1.0 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\n                            | false
          HTTP/1.1 200 OK\\r\\nContent-Length: 0\\r\\n\\r\\nmore                        | false
          HTTP/1.1 200 OK\\r\\n\\r\\n                                                   | false
          """)
  void aConnectionIsUsableAsLongAsNothingSpeaksAgainst(String answer, boolean usable)
      throws IOException {
    try (ScriptedPeer peer = ScriptedPeer.answering(unescaped(answer));
        Connection connection = connect(peer.endpoint(), PATIENT)) {
      connection.exchange(1, request("GET", ""), Sending.USUAL);
      assertThat(connection.isUsable()).isEqualTo(usable);
    }
  }

  @Test
  void aLargeRequestLeavesTheConnectionUsable() throws IOException {
    ScriptedPeer peer =
        new ScriptedPeer(
            connection -> {
              ScriptedPeer.readHead(connection);
              connection.getInputStream().readNBytes(1 << 20);
              ScriptedPeer.write(connection, EMPTY_OK);
              connection.getInputStream().readAllBytes();
            });
    try (peer;
        Connection connection = connect(peer.endpoint(), PATIENT)) {
      connection.exchange(1, request("POST", "x".repeat(1 << 20)), Sending.USUAL);
      assertThat(connection.isUsable()).isTrue();
    }
  }

  @Test
  void noListenerIsNoConnection() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    try (Connection connection = connect(new Endpoint("127.0.0.1", port, false), PATIENT)) {
      Exchange exchange = connection.exchange(1, request("GET", ""), Sending.USUAL);
      assertThat(exchange.ending()).isEqualTo(Ending.NO_CONNECTION);
      assertThat(exchange.detail()).isNotEmpty();
    }
  }
}
