package org.bitstck.server;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitstck.server.testing.TestApplication.always;

import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestApplication;
import org.bitstck.server.testing.TestApplication.Notified;
import org.bitstck.server.testing.TestServer;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The upload-reply mode (MC-BUP 3.2.5.1.2, 3.3). */
class UploadReplyTest {
  private static final byte[] DATA = "0123456789".getBytes(UTF_8);
  private static final String OK = "HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n";
  private static final String REPLY = "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nreply";

  @TempDir Path home;

  private TestServer server(TestApplication application, String type) throws Exception {
    return server("http://127.0.0.1:" + application.port() + "/take", type);
  }

  private TestServer server(String url, String type) throws Exception {
    return server(url, type, "20s");
  }

  private TestServer server(String url, String type, String patience) throws Exception {
    return new TestServer(
        home,
        "directories:",
        "  /: {}",
        "  /in/:",
        "    notification: {type: "
            + type
            + ", url: '"
            + url
            + "', send-timeout: "
            + patience
            + ",",
        "      headers-timeout: " + patience + ", answer-timeout: " + patience + "}");
  }

  private static Request last(String target, String session) {
    return Request.fragment(target, session, DATA, 4, 10);
  }

  /** Uploads all but the last fragment. */
  private static String begin(TestServer server, String target) throws Exception {
    String session = server.session(target);
    Answer first = server.exchange(Request.fragment(target, session, DATA, 0, 4));
    assertThat(first.offset()).isEqualTo("4");
    assertThat(first.header("BITS-Reply-URL")).isNull();
    return session;
  }

  private static String path(Answer answer) {
    assertThat(answer.outcome()).isEqualTo("200");
    return URI.create(answer.header("BITS-Reply-URL")).getPath();
  }

  @Test
  void byValue() throws Exception {
    try (TestApplication application = new TestApplication(always(REPLY));
        TestServer server = server(application, "by-value")) {
      String session = begin(server, "/in/a");
      Answer answer = server.exchange(last("/in/a", session));
      assertThat(answer.offset()).isEqualTo("10");
      assertThat(answer.header("BITS-Reply-URL")).startsWith("http://files.example/in/");
      String reply = path(answer);
      Notified notified = application.notified().get(0);
      assertThat(notified.line()).isEqualTo("POST /take HTTP/1.1");
      assertThat(notified.body()).isEqualTo(DATA);
      assertThat(notified.headers())
          .containsEntry("bits-original-request-url", "http://files.example/in/a")
          .doesNotContainKeys(
              "bits-packet-type", "bits-request-datafile-name", "bits-response-datafile-name");
      assertThat(server.exchange(Request.get(reply)).body()).isEqualTo("reply".getBytes(UTF_8));
      assertThat(server.exchange(Request.get(reply).header("Range", "bytes=1-2")).body())
          .isEqualTo("ep".getBytes(UTF_8));
      assertThat(server.exchange(Request.of("HEAD", reply)).header("Last-Modified")).isNotNull();
      assertThat(server.exchange(Request.close("/in/a", session)).status()).isEqualTo(200);
      assertThat(server.exchange(Request.get(reply)).status()).isEqualTo(404);
      assertThat(server.file("in/a")).doesNotExist();
      assertThat(server.unfinished()).isZero();
    }
  }

  @Test
  void byReference() throws Exception {
    TestApplication.Script script =
        notified -> {
          Path data = Path.of(notified.headers().get("bits-request-datafile-name"));
          Path reply = Path.of(notified.headers().get("bits-response-datafile-name"));
          assertThat(data).isAbsolute().hasBinaryContent(DATA);
          Files.writeString(reply, "made of " + Files.size(data));
          return OK;
        };
    try (TestApplication application = new TestApplication(script);
        TestServer server = server(application, "by-reference")) {
      String session = begin(server, "/in/a");
      String reply = path(server.exchange(last("/in/a", session)));
      assertThat(application.notified().get(0).headers()).containsEntry("content-length", "0");
      assertThat(server.exchange(Request.get(reply)).body())
          .isEqualTo("made of 10".getBytes(UTF_8));
      assertThat(server.exchange(Request.cancel("/in/a", session)).status()).isEqualTo(200);
      assertThat(server.exchange(Request.get(reply)).status()).isEqualTo(404);
    }
  }

  @Test
  void aStaticUrlIsPassedOnUnchanged() throws Exception {
    String url = "http://replies.example:81/a%20b?c";
    try (TestApplication application =
            new TestApplication(
                always(
                    "HTTP/1.1 200 OK\r\nBITS-Static-Response-URL: "
                        + url
                        + "\r\nContent-Length: 0\r\n\r\n"));
        TestServer server = server(application, "by-value")) {
      Answer answer = server.exchange(last("/in/a", begin(server, "/in/a")));
      assertThat(answer.header("BITS-Reply-URL")).isEqualTo(url);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"1", "true", ""})
  void copiedToTheDestinationIfTheApplicationWants(String value) throws Exception {
    String copy = "BITS-Copy-File-To-Destination: " + value + "\r\n";
    try (TestApplication application =
            new TestApplication(
                always("HTTP/1.1 200 OK\r\n" + copy + "Content-Length: 0\r\n\r\n"));
        TestServer server = server(application, "by-reference")) {
      String session = begin(server, "/in/a");
      path(server.exchange(last("/in/a", session)));
      assertThat(server.file("in/a")).doesNotExist();
      server.exchange(Request.close("/in/a", session));
      assertThat(server.file("in/a")).hasBinaryContent(DATA);
    }
  }

  @Test
  void aRepeatedLastFragmentGetsTheStoredAnswerAlsoAfterARestart() throws Exception {
    try (TestApplication application = new TestApplication(always(REPLY));
        TestServer server = server(application, "by-value")) {
      String session = begin(server, "/in/a");
      String reply = path(server.exchange(last("/in/a", session)));
      assertThat(path(server.exchange(last("/in/a", session)))).isEqualTo(reply);
      server.restart();
      assertThat(path(server.exchange(last("/in/a", session)))).isEqualTo(reply);
      assertThat(server.exchange(Request.get(reply)).status()).isEqualTo(200);
      assertThat(application.notified()).hasSize(1);
    }
  }

  @Test
  void afterAnErrorTheApplicationIsAskedAgain() throws Exception {
    try (TestApplication application =
            new TestApplication(
                always("HTTP/1.1 409 No\r\nContent-Length: 0\r\n\r\n"), always(REPLY));
        TestServer server = server(application, "by-value")) {
      String session = begin(server, "/in/a");
      Answer refused = server.exchange(last("/in/a", session));
      assertThat(refused.outcome()).isEqualTo("409 0x8007003A 0x7");
      assertThat(refused.header("BITS-Reply-URL")).isNull();
      assertThat(server.exchange(last("/in/a", session)).status()).isEqualTo(200);
      assertThat(application.notified()).hasSize(2);
    }
  }

  @Test
  void afterForbiddenTheApplicationIsNotAskedAgain() throws Exception {
    try (TestApplication application =
            new TestApplication(always("HTTP/1.1 403 No\r\nContent-Length: 0\r\n\r\n"));
        TestServer server = server(application, "by-value")) {
      String session = begin(server, "/in/a");
      for (int i = 0; i < 2; i++) {
        assertThat(server.exchange(last("/in/a", session)).status()).isEqualTo(403);
      }
      assertThat(application.notified()).hasSize(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "'HTTP/1.0 200 OK\r\nContent-Length: 0\r\n\r\n', 411 0x80070057 0x7",
    "'garbage\r\n\r\n', 411 0x80070057 0x7",
    "'HTTP/1.1 204 No Content\r\n\r\n', 411 0x80070057 0x7",
    "'HTTP/1.1 200 OK\r\nBITS-Static-Response-URL: /a\r\nContent-Length: 0\r\n\r\n', 411 0x80070057 0x7",
    "'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort', 502 0x8007003A 0x7",
    "'', 502 0x8007003A 0x7",
    "'HTTP/1.1 401 No\r\nWWW-Authenticate: Basic\r\nContent-Length: 0\r\n\r\n', 403 0x80070005 0x7",
    "'HTTP/1.1 503 Later\r\nContent-Length: 4\r\n\r\nwait', 503 0x8007003A 0x7",
  })
  void answersThatAreNoSuccess(String answer, String outcome) throws Exception {
    try (TestApplication application = new TestApplication(always(answer));
        TestServer server = server(application, "by-value")) {
      String session = begin(server, "/in/a");
      assertThat(server.exchange(last("/in/a", session)).outcome()).isEqualTo(outcome);
    }
  }

  @Test
  void aBodyInByReferenceModeIsMalformed() throws Exception {
    try (TestApplication application = new TestApplication(always(REPLY));
        TestServer server = server(application, "by-reference")) {
      Answer answer = server.exchange(last("/in/a", begin(server, "/in/a")));
      assertThat(answer.outcome()).isEqualTo("411 0x80070057 0x7");
    }
  }

  @Test
  void anAnswerWithoutLengthIsTaken() throws Exception {
    try (TestApplication application =
            new TestApplication(always("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nreply"));
        TestServer server = server(application, "by-value")) {
      String reply = path(server.exchange(last("/in/a", begin(server, "/in/a"))));
      assertThat(server.exchange(Request.get(reply)).body()).isEqualTo("reply".getBytes(UTF_8));
    }
  }

  @ParameterizedTest
  @CsvSource({"2200, 200", "2201, 400 0x80070057 0x7"})
  void longReplyUrls(int length, String outcome) throws Exception {
    String url = "http://r.example/";
    url += "x".repeat(length - url.length());
    String head = "HTTP/1.1 200 OK\r\nBITS-Static-Response-URL: " + url + "\r\n";
    try (TestApplication application =
            new TestApplication(always(head + "Content-Length: 0\r\n\r\n"));
        TestServer server = server(application, "by-value")) {
      Answer answer = server.exchange(last("/in/a", begin(server, "/in/a")));
      assertThat(answer.outcome()).isEqualTo(outcome);
    }
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void silence(boolean withHeaders) throws Exception {
    String half = TestApplication.STALL + "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nrep";
    TestApplication.Script silence = always(withHeaders ? half : null);
    try (TestApplication application = new TestApplication(silence, always(REPLY));
        TestServer server =
            server("http://127.0.0.1:" + application.port() + "/", "by-value", "1s")) {
      String session = begin(server, "/in/a");
      assertThat(server.exchange(last("/in/a", session)).outcome()).isEqualTo("408 0x80070112 0x7");
      assertThat(server.exchange(last("/in/a", session)).status()).isEqualTo(200);
    }
  }

  @Test
  void unreachable() throws Exception {
    int port;
    try (TestApplication gone = new TestApplication()) {
      port = gone.port();
    }
    try (TestServer server = server("http://127.0.0.1:" + port + "/", "by-value")) {
      String session = begin(server, "/in/a");
      assertThat(server.exchange(last("/in/a", session)).outcome()).isEqualTo("502 0x8007003A 0x7");
    }
  }

  @Test
  void theQueryIsAppended() throws Exception {
    try (TestApplication application = new TestApplication(always(REPLY));
        TestServer server = server(application, "by-value")) {
      path(server.exchange(last("/in/a?x=1&y", begin(server, "/in/a?x=1&y"))));
      assertThat(application.notified().get(0).line()).isEqualTo("POST /take?x=1&y HTTP/1.1");
    }
  }

  @Test
  void withoutNotificationNobodyIsAsked() throws Exception {
    try (TestApplication application = new TestApplication(always(REPLY));
        TestServer server = server(application, "none")) {
      String session = begin(server, "/in/a");
      Answer answer = server.exchange(last("/in/a", session));
      assertThat(answer.header("BITS-Reply-URL")).isNull();
      server.exchange(Request.close("/in/a", session));
      assertThat(server.file("in/a")).hasBinaryContent(DATA);
      assertThat(application.notified()).isEmpty();
    }
  }

  @Test
  void closeAfterAFailedNotificationPublishesNothing() throws Exception {
    try (TestApplication application =
            new TestApplication(always("HTTP/1.1 500 No\r\nContent-Length: 0\r\n\r\n"));
        TestServer server = server(application, "by-value")) {
      String session = begin(server, "/in/a");
      server.exchange(last("/in/a", session));
      assertThat(server.exchange(Request.close("/in/a", session)).status()).isEqualTo(200);
      assertThat(server.file("in/a")).doesNotExist();
      assertThat(server.unfinished()).isZero();
    }
  }

  @Test
  void anApplicationThatDoesNotReadIsGivenUp() throws Exception {
    byte[] large = new byte[20_000_000];
    try (ServerSocket deaf = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        TestServer server =
            server("http://127.0.0.1:" + deaf.getLocalPort() + "/", "by-value", "300ms")) {
      String session = server.session("/in/a");
      Answer answer = server.exchange(Request.fragment("/in/a", session, large, 0, large.length));
      assertThat(answer.outcome()).isEqualTo("408 0x80070112 0x7");
    }
  }

  /** Each reply is the upload it belongs to. */
  @Test
  void manyAtOnceAreNotMixedUp() throws Exception {
    TestApplication.Script echo =
        notified ->
            "HTTP/1.1 200 OK\r\nBITS-Copy-File-To-Destination: 1\r\nContent-Length: "
                + notified.body().length
                + "\r\n\r\n"
                + new String(notified.body(), ISO_8859_1);
    ExecutorService clients = Executors.newFixedThreadPool(20);
    try (TestApplication application = new TestApplication(echo);
        TestServer server = server(application, "by-value")) {
      List<Future<?>> running = new ArrayList<>();
      for (int i = 0; i < 100; i++) {
        String target = "/in/file-" + i;
        byte[] data = ("upload number " + i).getBytes(UTF_8);
        running.add(
            clients.submit(
                () -> {
                  String session = server.session(target);
                  Request whole = Request.fragment(target, session, data, 0, data.length);
                  String reply = path(server.exchange(whole));
                  assertThat(server.exchange(Request.get(reply)).body()).isEqualTo(data);
                  server.exchange(Request.close(target, session));
                  assertThat(server.file(target.substring(1))).hasBinaryContent(data);
                  return null;
                }));
      }
      for (Future<?> future : running) {
        future.get();
      }
      assertThat(application.notified()).hasSize(100);
      assertThat(server.unfinished()).isZero();
    } finally {
      clients.shutdown();
    }
  }

  @Test
  void closeWhileTheApplicationThinksIsRefusedAndCancelEndsIt() throws Exception {
    CountDownLatch think = new CountDownLatch(1);
    TestApplication.Script thinker =
        notified -> {
          think.await();
          return REPLY;
        };
    try (TestApplication application = new TestApplication(thinker);
        TestServer server = server(application, "by-value");
        Wire wire = server.connect()) {
      String session = begin(server, "/in/a");
      wire.send(last("/in/a", session).bytes());
      await().until(() -> !application.notified().isEmpty());
      assertThat(server.exchange(Request.close("/in/a", session)).status()).isEqualTo(400);
      assertThat(server.exchange(Request.cancel("/in/a", session)).status()).isEqualTo(200);
      think.countDown();
      assertThat(wire.read().outcome()).isEqualTo("500 0x8020001F 0x5");
      await().until(() -> server.unfinished() == 0);
    }
  }
}
