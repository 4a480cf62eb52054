package org.bitstck.client.upload;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.client.testing.Script.ack;
import static org.bitstck.client.testing.Script.error;

import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Timers;
import org.bitstck.client.protocol.Profile;
import org.bitstck.client.testing.Script;
import org.bitstck.client.testing.ScriptedServer;
import org.bitstck.client.testing.Seen;
import org.bitstck.client.testing.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(60)
class UploadTest {
  private static final String LOST = error(500, "0x8020001F", "0x5");

  @TempDir Path folder;
  private ScriptedServer server;

  @AfterEach
  void stop() throws IOException {
    if (server != null) {
      server.close();
    }
  }

  private UploadOptions against(Script script, int size) throws IOException {
    server = new ScriptedServer(script);
    return Uploads.options(Uploads.file(folder, size), server.url("/in/a%20b.bin?x=%7e&y"))
        .withFragmentSize(10_000);
  }

  private Outcome run(Script script) throws IOException {
    return Uploads.run(against(script, 25_000));
  }

  private static Script on(String packet, String... answers) {
    return (request, count) ->
        request.packet().equals(packet) && count < answers.length ? answers[count] : null;
  }

  private static Script always(String packet, String answer) {
    return (request, count) -> request.packet().equals(packet) ? answer : null;
  }

  private void assertStored() throws IOException {
    assertThat(server.stored()).isEqualTo(Files.readAllBytes(folder.resolve("upload.bin")));
  }

  private static void assertSuccess(Outcome outcome) {
    assertThat(outcome).isEqualTo(new Outcome(Outcome.Kind.SUCCESS, null));
  }

  private static Failure failed(Outcome outcome) {
    assertThat(outcome.kind()).isEqualTo(Outcome.Kind.FAILED);
    return outcome.failure();
  }

  private long count(String packet) {
    return server.seen().stream().filter(each -> each.packet().equals(packet)).count();
  }

  @Test
  void plainUpload() throws IOException {
    assertSuccess(run((request, count) -> null));
    assertStored();
    assertThat(server.log())
        .containsExactly(
            "CREATE-SESSION",
            "FRAGMENT bytes 0-9999/25000",
            "FRAGMENT bytes 10000-19999/25000",
            "FRAGMENT bytes 20000-24999/25000",
            "CLOSE-SESSION");
    assertThat(server.connections()).isEqualTo(1);
    for (Seen request : server.seen()) {
      assertThat(request.method()).isEqualTo("BITS_POST");
      assertThat(request.version()).isEqualTo("HTTP/1.1");
      assertThat(request.target()).isEqualTo("/in/a%20b.bin?x=%7e&y");
      assertThat(request.header("Content-Length")).isEqualTo("" + request.body().length);
      assertThat(request.header("Host")).isEqualTo("127.0.0.1:" + server.port());
      assertThat(request.header("Content-Encoding")).isNull();
    }
    assertThat(server.seen().get(0).header("BITS-Supported-Protocols"))
        .isEqualTo("{7df0354d-249b-430f-820d-3d2a9bef4931}");
    assertThat(server.seen().get(0).header("Content-Name")).isEqualTo("upload.bin");
    assertThat(server.seen().get(1).header("Content-Name")).isEqualTo("upload.bin");
    assertThat(server.seen().get(2).header("Content-Name")).isNull();
    assertThat(server.seen().get(4).header("BITS-Session-Id")).isEqualTo(ScriptedServer.SESSION);
  }

  @Test
  void windowsSpellsItsPacketsOtherwise() throws IOException {
    assertSuccess(Uploads.run(against((request, count) -> null, 10).withProfile(Profile.WIN32)));
    assertThat(server.seen().get(0).header("BITS-Packet-Type")).isEqualTo("Create-Session");
    assertThat(server.seen().get(0).header("Content-Name")).isNull();
  }

  @Test
  void opaqueSessionIdAndHeadersInAnyCase() throws IOException {
    String id = "Some id, 'not' a GUID; " + "x".repeat(70);
    Outcome outcome =
        run(
            on(
                "CREATE-SESSION",
                "HTTP/1.1 201 Made\r\nx-unknown: 1\r\nbits-session-id: "
                    + id
                    + "\r\nCONTENT-LENGTH: 0\r\nBITS-PACKET-TYPE: aCK\r\n\r\n"));
    assertSuccess(outcome);
    assertThat(server.seen().get(1).header("BITS-Session-Id")).isEqualTo(id);
  }

  @Test
  void createdIsNoSuccessInStrict() throws IOException {
    Script created =
        on(
            "CREATE-SESSION",
            ack(
                201,
                "BITS-Session-Id: {x}",
                "BITS-Protocol: {7DF0354D-249B-430F-820D-3D2A9BEF4931}"));
    assertThat(
            failed(Uploads.run(against(created, 10).withProfile(Profile.STRICT))).error().status())
        .isEqualTo(201);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello",
        "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.0 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Session-Id: {1}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nBITS-Session-Id: {1}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Nack\r\nBITS-Session-Id: {1}\r\nContent-Length: 0\r\n\r\n",
        "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Protocol: {00000000-249b-430f-820d-3d2a9bef4931}\r\nBITS-Session-Id: {1}\r\nContent-Length: 0\r\n\r\n",
        "SSH-2.0-OpenSSH_9.2\r\n\r\n",
        "HTTP/2.0 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Session-Id: {1}\r\n\r\n",
        "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Session-Id: {1}\r\nContent-Length: -7\r\n\r\n"
      })
  void answersThatAreNoAckToCreate(String answer) throws IOException {
    Failure failure = failed(run(on("CREATE-SESSION", answer)));
    assertThat(failure.cause()).isEqualTo(Failure.Cause.INVALID_ANSWER);
    assertThat(server.log()).containsExactly("CREATE-SESSION");
  }

  @ParameterizedTest
  @CsvSource({
    "CREATE-SESSION,403,0x80070005,0x5",
    "CREATE-SESSION,501,80070005,5",
    "FRAGMENT,500,0x80200020,0x5",
    "FRAGMENT,400,0x80070057,0x5",
    "FRAGMENT,404,0X8007FFFF,0x7",
    "FRAGMENT,300,X80070057,0x5",
    "CLOSE-SESSION,404,0x80070002,0x5",
    "FRAGMENT,413,0x80200020,0x7"
  })
  void refusalsReachTheCallerUnchanged(String packet, int status, String code, String context)
      throws IOException {
    UploadOptions options =
        against(always(packet, error(status, code, context)), 25_000).withRetry(Uploads.PATIENT);
    Failure failure = failed(Uploads.run(options));
    assertThat(failure.cause()).isEqualTo(Failure.Cause.HTTP);
    assertThat(failure.error().status()).isEqualTo(status);
    assertThat(failure.error().code()).isEqualTo(code);
    assertThat(failure.error().context()).isEqualTo(context);
    assertThat(count(packet)).isEqualTo(1);
    assertThat(count("CLOSE-SESSION")).isEqualTo(packet.equals("CLOSE-SESSION") ? 1 : 0);
  }

  @Test
  void resynchronisesAt416AndAtPartialAcks() throws IOException {
    Script script =
        (request, count) -> {
          if (request.packet().equals("FRAGMENT") && count == 0) {
            return ack(416, "BITS-Received-Content-Range: 7000");
          }
          return request.packet().equals("FRAGMENT")
              ? ack(200, "BITS-Received-Content-Range: " + List.of(0, 500, 25_000).get(count - 1))
              : null;
        };
    assertSuccess(run(script));
    assertThat(server.log())
        .containsExactly(
            "CREATE-SESSION",
            "FRAGMENT bytes 0-9999/25000",
            "FRAGMENT bytes 7000-16999/25000",
            "FRAGMENT bytes 0-9999/25000",
            "FRAGMENT bytes 500-10499/25000",
            "CLOSE-SESSION");
  }

  @Test
  void completeWith416() throws IOException {
    assertSuccess(run(on("FRAGMENT", ack(416, "BITS-Received-Content-Range: 25000"))));
    assertThat(server.log()).hasSize(3).endsWith("CLOSE-SESSION");
  }

  @ParameterizedTest
  @ValueSource(strings = {"25001", "-1", "x", "bytes 0-9999", "99999999999999999999", "", "+5"})
  void offsetsThatAreNone(String offset) throws IOException {
    Failure failure =
        failed(run(on("FRAGMENT", ack(200, "BITS-Received-Content-Range: " + offset))));
    assertThat(failure.cause()).isEqualTo(Failure.Cause.INVALID_ANSWER);
    assertThat(server.log()).hasSize(2);
  }

  @Test
  void ackWithoutOffset() throws IOException {
    assertThat(failed(run(on("FRAGMENT", ack(200)))).cause())
        .isEqualTo(Failure.Cause.INVALID_ANSWER);
    assertThat(server.log()).hasSize(2);
  }

  @Test
  void serverThatNeverLetsTheUploadComeFurther() throws IOException {
    Failure failure = failed(run(always("FRAGMENT", ack(416, "BITS-Received-Content-Range: 0"))));
    assertThat(failure.cause()).isEqualTo(Failure.Cause.INVALID_ANSWER);
    assertThat(count("FRAGMENT")).isLessThan(20);
    assertThat(count("CLOSE-SESSION")).isZero();
  }

  @Test
  void shrinksAt413() throws IOException {
    Script script = (request, count) -> request.body().length > 6_000 ? ack(413) : null;
    assertSuccess(Uploads.run(against(script, 100_000).withFragmentSize(50_000)));
    assertStored();
    assertThat(server.log().get(5)).isEqualTo("FRAGMENT bytes 0-5119/100000");
    assertThat(count("CREATE-SESSION")).isEqualTo(1);
  }

  @Test
  void doesNotShrinkForEver() throws IOException {
    Failure failure = failed(Uploads.run(against(always("FRAGMENT", ack(413)), 100_000)));
    assertThat(failure.error().status()).isEqualTo(413);
    List<Seen> fragments = server.seen().subList(1, server.seen().size());
    assertThat(fragments).extracting(each -> each.body().length).containsExactly(10_000, 5_120);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "BITS-Error: 0x8020001F",
        "BITS-Error-Code: 0x8020001f",
        "bits-error: 8020001F",
        "BITS-Error-Code: X8020001F"
      })
  void lostSessionStartsOver(String header) throws IOException {
    Script script =
        (request, count) -> {
          if (request.packet().equals("CREATE-SESSION")) {
            server.session("{" + count + "}");
          }
          return request.packet().equals("FRAGMENT") && count == 1 ? ack(500, header) : null;
        };
    assertSuccess(run(script));
    assertStored();
    assertThat(server.log().subList(2, 5))
        .containsExactly(
            "FRAGMENT bytes 10000-19999/25000", "CREATE-SESSION", "FRAGMENT bytes 0-9999/25000");
    assertThat(server.seen().get(4).header("BITS-Session-Id")).isEqualTo("{1}");
    assertThat(server.seen().get(7).header("BITS-Session-Id")).isEqualTo("{1}");
  }

  @Test
  void lostSessionDoesNotStartOverForEver() throws IOException {
    Failure failure = failed(run(always("FRAGMENT", LOST)));
    assertThat(failure.error().code()).isEqualTo("0x8020001F");
    assertThat(count("CREATE-SESSION")).isEqualTo(4);
  }

  @Test
  void lostSessionAtCloseIsNotClosedAgain() throws IOException {
    assertSuccess(run(on("CLOSE-SESSION", LOST)));
    assertThat(count("CREATE-SESSION")).isEqualTo(2);
    server.close();
    Failure failure =
        failed(Uploads.run(against(always("CLOSE-SESSION", LOST), 10).withProfile(Profile.WIN32)));
    assertThat(failure.sessionLost()).isTrue();
    assertThat(server.log())
        .containsExactly("CREATE-SESSION", "FRAGMENT bytes 0-9/10", "CLOSE-SESSION");
  }

  @Test
  void closeIsRepeatedAt5xx() throws IOException {
    assertSuccess(run(on("CLOSE-SESSION", ack(503), error(500, "0x80004005", "0x5"))));
    assertThat(count("CLOSE-SESSION")).isEqualTo(3);
    server.close();
    assertThat(failed(run(always("CLOSE-SESSION", ack(503)))).error().status()).isEqualTo(503);
    assertThat(count("CLOSE-SESSION")).isEqualTo(4);
  }

  @Test
  void connectionsThatEnd() throws IOException {
    Script script =
        (request, count) ->
            switch (request.packet()) {
              case "CREATE-SESSION" ->
                  ack(200, "BITS-Session-Id: " + ScriptedServer.SESSION, "Connection: close");
              case "FRAGMENT" ->
                  count == 0
                      ? ack(
                          200,
                          "Connection: keep-alive, Close",
                          "BITS-Received-Content-Range: 25000")
                      : null;
              default -> null;
            };
    assertSuccess(run(script));
    assertThat(server.connections()).isEqualTo(3);
  }

  @Test
  void interimAnswersAndBodiesAreSkipped() throws IOException {
    String interim = "HTTP/1.1 100 Continue\r\n\r\nHTTP/1.1 103 Early Hints\r\nLink: x\r\n\r\n";
    Script script =
        (request, count) ->
            request.packet().equals("FRAGMENT") && count == 0
                ? interim
                    + "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Received-Content-Range: 25000\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n"
                : null;
    assertSuccess(run(script));
    assertThat(server.connections()).isEqualTo(1);
  }

  @Test
  void ackWithoutLength() throws IOException {
    assertSuccess(
        run(
            on(
                "FRAGMENT",
                "HTTP/1.1 200 OK\r\nBITS-Packet-Type: Ack\r\nBITS-Received-Content-Range: 25000\r\n\r\n")));
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void answerThatNobodyAskedForIsNotTakenForTheNext() throws IOException {
    // the second answer comes with the first; it must not count for the second fragment
    String twice =
        ack(200, "BITS-Received-Content-Range: 10000")
            + ack(200, "BITS-Received-Content-Range: 20000");
    Failure nothing =
        Uploads.run(
                against(
                    (request, count) -> {
                      if (request.packet().equals("FRAGMENT") && count == 0) {
                        return twice;
                      }
                      return request.packet().equals("FRAGMENT")
                          ? ack(416, "BITS-Received-Content-Range: 25000")
                          : null;
                    },
                    25_000))
            .failure();
    assertThat(nothing).isNull();
    assertThat(server.log()).hasSize(4);
    assertThat(server.connections()).isEqualTo(2);
  }

  @Test
  void brokenConnectionIsReportedAndTheUploadGoesOn() throws IOException {
    UploadOptions options =
        against(
            (request, count) ->
                request.packet().equals("FRAGMENT") && count == 1 ? Script.HANG_UP : null,
            25_000);
    try (Upload upload = Uploads.upload(options)) {
      assertThat(failed(upload.run()).cause()).isEqualTo(Failure.Cause.TRANSPORT);
      assertThat(server.log()).hasSize(3);
      assertSuccess(upload.run());
    }
    assertStored();
    assertThat(server.log().subList(3, 5))
        .containsExactly("PING", "FRAGMENT bytes 10000-19999/25000");
  }

  @Test
  void brokenConnectionIsRetried() throws IOException {
    Script script =
        (request, count) ->
            request.packet().equals("FRAGMENT") && count % 2 == 1 ? Script.HANG_UP : null;
    assertSuccess(Uploads.run(against(script, 25_000).withRetry(Uploads.PATIENT)));
    assertStored();
    assertThat(count("CREATE-SESSION")).isEqualTo(1);
    server.close();
    script = always("FRAGMENT", Script.HANG_UP);
    assertThat(failed(Uploads.run(against(script, 100).withRetry(Uploads.PATIENT))).cause())
        .isEqualTo(Failure.Cause.TRANSPORT);
    assertThat(count("FRAGMENT")).isEqualTo(6);
  }

  @Test
  void serverErrorsAreRetriedOnlyIfWanted() throws IOException {
    assertSuccess(Uploads.run(against(on("FRAGMENT", ack(503)), 100).withRetry(Uploads.PATIENT)));
    server.close();
    assertThat(failed(Uploads.run(against(on("FRAGMENT", ack(503)), 100))).error().status())
        .isEqualTo(503);
  }

  @ParameterizedTest
  @CsvSource({
    "408,true",
    "409,true",
    "500,true",
    "502,true",
    "306,true",
    "401,false",
    "404,false",
    "501,false",
    "505,false",
    "302,false"
  })
  void errorsOfTheApplication(int status, boolean again) throws IOException {
    RetryPolicy policy = new RetryPolicy(2, Duration.ofMillis(1), Duration.ofMillis(1), false);
    Outcome outcome =
        Uploads.run(
            against(on("FRAGMENT", error(status, "0x8007003A", "0x7")), 100).withRetry(policy));
    assertThat(outcome.kind()).isEqualTo(again ? Outcome.Kind.SUCCESS : Outcome.Kind.FAILED);
  }

  @Test
  void answerTimer() throws IOException {
    UploadOptions options =
        against(on("FRAGMENT", Script.SILENCE), 25_000)
            .withTimers(
                new Timers(Duration.ofMinutes(1), Duration.ofMillis(200), Duration.ofMinutes(1)));
    try (Upload upload = Uploads.upload(options)) {
      assertThat(failed(upload.run()).cause()).isEqualTo(Failure.Cause.TIMEOUT);
      assertSuccess(upload.run());
    }
    assertThat(server.log().subList(2, 4)).containsExactly("PING", "FRAGMENT bytes 0-9999/25000");
  }

  @Test
  void resumedUploadStopsAtAFailedPing() throws IOException {
    Script script =
        (request, count) ->
            switch (request.packet()) {
              case "FRAGMENT" -> Script.HANG_UP;
              case "PING" -> ack(403);
              default -> null;
            };
    try (Upload upload = Uploads.upload(against(script, 25_000))) {
      failed(upload.run());
      assertThat(failed(upload.run()).error().status()).isEqualTo(403);
    }
    assertThat(server.log()).endsWith("PING");
  }

  @Test
  void pauseAndResume() throws IOException {
    Upload[] running = new Upload[1];
    Script script =
        (request, count) -> {
          if (request.packet().equals("FRAGMENT") && count == 0) {
            running[0].pause();
          }
          return null;
        };
    try (Upload upload = Uploads.upload(against(script, 25_000))) {
      running[0] = upload;
      assertThat(upload.run().kind()).isEqualTo(Outcome.Kind.PAUSED);
      assertThat(server.log()).hasSize(2);
      assertSuccess(upload.run());
    }
    assertStored();
    assertThat(server.log().subList(2, 4))
        .containsExactly("PING", "FRAGMENT bytes 10000-19999/25000");
  }

  @Test
  void cancelWhileItRuns() throws IOException {
    Upload[] running = new Upload[1];
    Script script =
        (request, count) -> {
          if (request.packet().equals("FRAGMENT")) {
            running[0].cancel();
          }
          return request.packet().equals("CANCEL-SESSION") && count == 0 ? ack(500) : null;
        };
    try (Upload upload = Uploads.upload(against(script, 25_000))) {
      running[0] = upload;
      assertThat(upload.run()).isEqualTo(new Outcome(Outcome.Kind.CANCELLED, null));
    }
    assertThat(server.log())
        .containsExactly(
            "CREATE-SESSION", "FRAGMENT bytes 0-9999/25000", "CANCEL-SESSION", "CANCEL-SESSION");
    assertThat(server.seen().get(3).header("BITS-Session-Id")).isEqualTo(ScriptedServer.SESSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0x8020001F", "0x80070005"})
  void cancelAfterAFailure(String code) throws IOException {
    Script script =
        (request, count) ->
            switch (request.packet()) {
              case "FRAGMENT" -> ack(400);
              case "CANCEL-SESSION" -> error(code.endsWith("F") ? 500 : 404, code, "0x5");
              default -> null;
            };
    try (Upload upload = Uploads.upload(against(script, 25_000))) {
      failed(upload.run());
      upload.cancel();
      Outcome outcome = upload.run();
      assertThat(outcome.kind()).isEqualTo(Outcome.Kind.CANCELLED);
      assertThat(outcome.failure().error().code()).isEqualTo(code);
    }
    assertThat(server.log()).hasSize(3).endsWith("CANCEL-SESSION");
  }

  @Test
  void fileThatChanges() throws IOException {
    Script script =
        (request, count) -> {
          if (request.packet().equals("FRAGMENT")) {
            Files.write(folder.resolve("upload.bin"), new byte[30_000]);
          }
          return null;
        };
    assertThat(failed(run(script)).cause()).isEqualTo(Failure.Cause.FILE);
    assertThat(server.log()).hasSize(2);
  }

  @Test
  void emptyFile() throws IOException {
    assertThat(failed(Uploads.run(against((request, count) -> null, 0))).cause())
        .isEqualTo(Failure.Cause.FILE);
    assertThat(server.log()).isEmpty();
  }

  @Test
  void sizesAbove4GiB() throws IOException {
    Path file = folder.resolve("upload.bin");
    try (var sparse = new java.io.RandomAccessFile(file.toFile(), "rw")) {
      sparse.setLength(6_000_000_000L);
    }
    server =
        new ScriptedServer(
            (request, count) ->
                request.packet().equals("FRAGMENT")
                    ? ack(
                        count == 0 ? 416 : 200,
                        "BITS-Received-Content-Range: "
                            + (count == 0 ? 5_999_999_000L : 6_000_000_000L))
                    : null);
    assertSuccess(Uploads.run(Uploads.options(file, server.url("/x")).withFragmentSize(10)));
    assertThat(server.log())
        .contains(
            "FRAGMENT bytes 0-9/6000000000", "FRAGMENT bytes 5999999000-5999999009/6000000000");
  }

  // ---- authentication

  @Test
  void credentialsAreSentWhenTheyAreWanted() throws IOException {
    Script script =
        (request, count) ->
            "Basic dXNlcjpwYXNz".equals(request.header("Authorization"))
                ? null
                : Script.answer(
                    401,
                    "who?",
                    "WWW-Authenticate: Negotiate",
                    "WWW-Authenticate: Basic realm=\"a, b\"");
    UploadOptions options =
        against(script, 25_000).withCredentials(new Credentials("user", "pass"));
    assertSuccess(Uploads.run(options));
    assertThat(server.log()).hasSize(6);
    assertThat(server.log().subList(0, 2)).containsExactly("CREATE-SESSION", "CREATE-SESSION");
  }

  @Test
  void credentialsAreRefusedOnce() throws IOException {
    Script script =
        always("CREATE-SESSION", Script.answer(401, "", "WWW-Authenticate: Basic realm=\"x\""));
    try (Upload upload =
        Uploads.upload(against(script, 10).withCredentials(new Credentials("user", "wrong")))) {
      Failure failure = failed(upload.run());
      assertThat(failure.error().status()).isEqualTo(401);
      assertThat(server.log()).hasSize(2);
      upload.credentials(null);
      failed(upload.run());
      assertThat(server.log()).hasSize(3);
    }
  }

  @Test
  void digest() throws IOException {
    // the example of RFC 2617 3.5 has other random parts; here the server side is worked out anew
    Script script =
        (request, count) -> {
          String sent = request.header("Authorization");
          return sent != null
                  && sent.startsWith("Digest ")
                  && sent.contains("qop=auth")
                  && sent.contains("uri=\"" + request.target() + "\"")
              ? null
              : Script.answer(
                  401,
                  "",
                  "WWW-Authenticate: Basic realm=\"r\", Digest realm=\"r\", nonce=\"n\", qop=\"auth,auth-int\", algorithm=SHA-256");
        };
    assertSuccess(
        Uploads.run(against(script, 10).withCredentials(new Credentials("user", "pass"))));
    assertThat(server.seen().get(2).header("Authorization")).contains("nc=00000002");
  }

  // ---- alternate host

  private UploadOptions redirected(AtomicInteger failures, String host, String timeout)
      throws IOException {
    Script script =
        (request, count) -> {
          if (request.packet().equals("CREATE-SESSION")) {
            return timeout == null
                ? ack(200, "BITS-Session-Id: {h}", "BITS-Host-Id: " + host)
                : ack(
                    200,
                    "BITS-Session-Id: {h}",
                    "BITS-Host-Id: " + host,
                    "BITS-Host-Id-Fallback-Timeout: " + timeout);
          }
          return request.header("Host").startsWith(host) && failures.getAndDecrement() > 0
              ? Script.HANG_UP
              : null;
        };
    return against(script, 25_000).withRetry(Uploads.PATIENT);
  }

  @Test
  void packetsGoToTheAlternateHost() throws IOException {
    assertSuccess(Uploads.run(redirected(new AtomicInteger(), "localhost", null)));
    assertThat(server.log().subList(0, 3))
        .containsExactly("CREATE-SESSION", "PING", "FRAGMENT bytes 0-9999/25000");
    assertThat(server.seen().subList(1, 6))
        .extracting(each -> each.header("Host"))
        .containsOnly("localhost:" + server.port());
    assertThat(server.seen()).extracting(Seen::target).containsOnly("/in/a%20b.bin?x=%7e&y");
  }

  @Test
  void alternateHostIsLeftWhenItsTimeIsUp() throws IOException {
    assertSuccess(Uploads.run(redirected(new AtomicInteger(1000), "localhost", "1")));
    Seen last = server.seen().get(server.seen().size() - 1);
    assertThat(last.header("Host")).startsWith("127.0.0.1");
    assertStored();
  }

  @Test
  void alternateHostIsKeptForEverWithoutATime() throws IOException {
    assertThat(failed(Uploads.run(redirected(new AtomicInteger(1000), "localhost", null))).cause())
        .isEqualTo(Failure.Cause.TRANSPORT);
    assertThat(server.seen().get(server.seen().size() - 1).header("Host")).startsWith("localhost");
  }

  @Test
  void hostThatIsNone() throws IOException {
    assertThat(
            failed(Uploads.run(redirected(new AtomicInteger(), "evil.example:99/x", null))).cause())
        .isEqualTo(Failure.Cause.INVALID_ANSWER);
    assertThat(server.log()).containsExactly("CREATE-SESSION");
  }

  @Test
  void fallbackTimerStartsAnewAfterASuccess() {
    long[] now = {1_000};
    UploadState state = new UploadState();
    state.host = "x";
    state.fallbackSeconds = 10;
    AlternateHost hosts =
        new AlternateHost(
            org.bitstck.client.http.Destination.parse("http://h/"), state, () -> now[0]);
    assertThat(hosts.failed()).isFalse();
    now[0] += 9_000;
    hosts.worked();
    now[0] += 2_000;
    assertThat(hosts.failed()).isFalse();
    now[0] += 9_999;
    assertThat(hosts.failed()).isFalse();
    now[0] += 1;
    assertThat(hosts.failed()).isTrue();
    assertThat(state.host).isNull();
  }

  @Test
  void ipv6AlternateHost() throws Exception {
    Script script =
        (request, count) ->
            request.packet().equals("CREATE-SESSION")
                ? ack(200, "BITS-Session-Id: {h}", "BITS-Host-Id: ::1")
                : null;
    UploadOptions options = against(script, 10);
    ScriptedServer other;
    try {
      other = new ScriptedServer(InetAddress.getByName("::1"), server.port(), script);
    } catch (IOException e) {
      org.junit.jupiter.api.Assumptions.abort("no IPv6 here");
      return;
    }
    try (other) {
      assertSuccess(Uploads.run(options));
      assertThat(other.seen().get(0).header("Host")).isEqualTo("[::1]:" + server.port());
      assertThat(other.log()).containsExactly("PING", "FRAGMENT bytes 0-9/10", "CLOSE-SESSION");
    }
  }

  @Test
  void packetsAreSpelledAsTheProtocolHasThem() {
    for (org.bitstck.client.protocol.PacketType type :
        org.bitstck.client.protocol.PacketType.values()) {
      assertThat(type.text(Profile.INTEROP))
          .isEqualTo(type.text(Profile.WIN32).toUpperCase(Locale.ROOT));
    }
  }
}
