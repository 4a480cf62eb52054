package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bitstck.exchange.Ending;
import org.bitstck.play.Limits;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.RequestKind;
import org.junit.jupiter.api.Test;

/** Clients that send what nobody should, or come to no end. */
class BadClientTest extends Playings {
  private interface Talk {
    void talk(RawLine line, UploadOrder order) throws Exception;
  }

  private static ScriptClient.Part client(Talk talk) {
    return (order, control) -> {
      try (RawLine line = new RawLine(order)) {
        talk.talk(line, order);
      }
      control.report(Outcome.FAILED);
    };
  }

  private static Recorded only(Recording played) {
    assertThat(played.requests()).hasSize(1);
    return played.requests().get(0);
  }

  @Test
  void garbage() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(new byte[] {0x16, 3, 1, 2, 0, 1});
                      assertThat(line.read().status()).isEqualTo(400);
                    })));

    assertThat(recorded.kind()).isEqualTo(RequestKind.OTHER);
    assertThat(recorded.whole()).isFalse();
    assertThat(recorded.exchange().ending()).isEqualTo(Ending.GARBAGE);
    assertThat(recorded.exchange().request().head()).startsWith((byte) 0x16);
  }

  @Test
  void halfAHead() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client((line, order) -> line.send("BITS_POST /x HTTP/1.1\r\nHost: a\r\nBI"))));

    assertThat(recorded.whole()).isFalse();
    assertThat(recorded.exchange().ending()).isEqualTo(Ending.CLOSED);
  }

  @Test
  void halfABody() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(RawLine.head(order, "FRAGMENT", "", 100));
                      line.send(new byte[60]);
                    })));

    assertThat(recorded.kind()).isEqualTo(RequestKind.FRAGMENT);
    assertThat(recorded.whole()).isFalse();
    assertThat(recorded.bodyBytes()).isEqualTo(60);
    assertThat(recorded.exchange().ending()).isEqualTo(Ending.CLOSED);
  }

  @Test
  void aRequestThatNeverEnds() {
    Recorded recorded =
        only(
            playShort(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(RawLine.head(order, "FRAGMENT", "", 100));
                      assertThat(line.read().status()).isEqualTo(408);
                    })));

    assertThat(recorded.whole()).isFalse();
    assertThat(recorded.exchange().ending()).isEqualTo(Ending.TIMED_OUT);
  }

  @Test
  void aHugeHead() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send("BITS_POST /x HTTP/1.1\r\nX: ");
                      try {
                        line.send("x".repeat(1_000_000));
                        assertThat(line.read().status()).isEqualTo(431);
                      } catch (EOFException | SocketException e) {
                        // the end may come first
                      }
                    })));

    assertThat(recorded.exchange().ending()).isEqualTo(Ending.TOO_LARGE);
  }

  @Test
  void aLongValueIsStillRead() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      String header = "X: " + "x".repeat(5000) + "\r\n";
                      assertThat(line.packet(order, "PING", header, new byte[0]).status())
                          .isEqualTo(400);
                    })));

    assertThat(recorded.exchange().request().headers().first("X").orElseThrow()).hasSize(5000);
  }

  @Test
  void chunkedBodiesAreRead() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(
                          RawLine.head(order, "FRAGMENT", "", 0)
                              .replace("Content-Length: 0", "Transfer-Encoding: chunked"));
                      line.send("5;x=y\r\nabcde\r\n3\r\nfgh\r\n0\r\nT: x\r\n\r\n");
                      assertThat(line.read().status()).isEqualTo(411);
                    })));

    assertThat(recorded.whole()).isTrue();
    assertThat(recorded.exchange().request().body()).isEqualTo("abcdefgh".getBytes());
    assertThat(recorded.exchange().request().headers().has("Content-Length")).isFalse();
  }

  @Test
  void aBodyWithoutALengthIsNotTakenForTheNextRequest() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(
                          RawLine.head(order, "FRAGMENT", "Content-Range: bytes 0-99/300\r\n", 0)
                              .replace("Content-Length: 0\r\n", ""));
                      line.send("x".repeat(100));
                      assertThat(line.read().status()).isEqualTo(411);
                    })));

    assertThat(recorded.bodyBytes()).isZero();
  }

  @Test
  void aWrongLength() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(RawLine.head(order, "PING", "", 0).replace(": 0\r\n", ": -1\r\n"));
                      assertThat(line.read().status()).isEqualTo(400);
                    })));

    assertThat(recorded.exchange().ending()).isEqualTo(Ending.GARBAGE);
    assertThat(recorded.kind()).isEqualTo(RequestKind.PING);
  }

  @Test
  void pipeliningOverlaps() {
    Recording played =
        play(
            Scripts.upload(),
            client(
                (line, order) -> {
                  String ping = RawLine.head(order, "PING", "", 0);
                  line.send(ping + "\r\n" + ping);
                  line.read();
                  line.read();
                }));

    assertThat(statuses(played)).containsExactly(200, 200);
    assertThat(played.requests()).extracting(Recorded::overlapping).containsExactly(false, true);
    assertThat(played.requests())
        .extracting(r -> r.exchange().reused())
        .containsExactly(false, true);
  }

  @Test
  void aClientThatWaitsFor100GetsIt() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(RawLine.head(order, "PING", "Expect: 100-Continue\r\n", 3));
                      assertThat(line.read().status()).isEqualTo(100);
                      line.send("abc");
                      assertThat(line.read().status()).isEqualTo(400);
                    })));

    assertThat(recorded.exchange().interim()).hasSize(1);
  }

  @Test
  void anOldVersionIsAnsweredAndTheConnectionClosed() {
    Recorded recorded =
        only(
            play(
                Scripts.upload(),
                client(
                    (line, order) -> {
                      line.send(RawLine.head(order, "PING", "", 0).replace("HTTP/1.1", "HTTP/1.0"));
                      assertThat(line.read().status()).isEqualTo(200);
                      assertThat(line.in.read()).isEqualTo(-1);
                    })));

    assertThat(recorded.exchange().request().version()).isEqualTo("HTTP/1.0");
  }

  @Test
  void aMangledPathIsStillTheScenarios() {
    Recording played =
        play(
            Scripts.upload(),
            client(
                (line, order) -> {
                  String session = SmallClient.create(line, order);
                  String close = RawLine.head(order, "CLOSE-SESSION", session, 0);
                  line.send(close.replaceFirst("/test/[^ ]*", "/elsewhere"));
                  assertThat(line.read().status()).isEqualTo(500);
                }));

    assertThat(kinds(played))
        .containsExactly(RequestKind.CREATE_SESSION, RequestKind.CLOSE_SESSION);
    assertThat(played.requests().get(1).exchange().request().target()).isEqualTo("/elsewhere");
  }

  @Test
  void aClientThatLoopsIsStopped() {
    Recording played =
        play(
            Scripts.upload(),
            (order, control) -> {
              try (RawLine line = new RawLine(order)) {
                while (!Thread.interrupted()) {
                  line.packet(order, "PING", "", new byte[0]);
                }
              }
            });

    assertThat(played.stop()).isEqualTo("the client sent more than 200 requests");
    assertThat(played.requests().size()).isGreaterThan(200);
  }

  @Test
  void aClientThatDoesNothingIsStopped() {
    Recording played = playShort(Scripts.upload(), (order, control) -> {});

    assertThat(played.stop()).startsWith("the client did nothing for ");
    assertThat(played.requests()).isEmpty();
    assertThat(played.last()).isNull();
  }

  @Test
  void aClientThatGoesOnAndOnIsStopped() {
    CountDownLatch never = new CountDownLatch(1);
    Recording played =
        playShort(
            Scripts.upload(),
            (order, control) -> {
              try (RawLine line = new RawLine(order)) {
                while (!never.await(20, TimeUnit.MILLISECONDS)) {
                  line.packet(order, "PING", "", new byte[0]);
                }
              }
            });

    assertThat(played.stop()).startsWith("the client did not come to an end within ");
  }

  @Test
  void aDriverThatDiesEndsTheScenario() {
    ScriptClient[] driver = new ScriptClient[1];
    driver[0] =
        new ScriptClient(
            (order, control) -> {
              try (RawLine line = new RawLine(order)) {
                line.packet(order, "PING", "", new byte[0]);
              }
              driver[0].gone = "the driver died";
            });

    Recording played = play(server, Limits.DEFAULT, Scripts.upload(), driver[0]);

    assertThat(played.stop()).isEqualTo("the driver died");
    assertThat(kinds(played)).isEqualTo(List.of(RequestKind.PING));
    assertThat(driver[0].closed).isTrue();
  }

  @Test
  void aDriverThatCannotStartIsNoCrash() {
    ClientDriver driver =
        new ScriptClient((order, control) -> {}) {
          @Override
          public Upload start(UploadOrder order, Consumer<Report> outcomes) {
            throw new IllegalStateException("no such program");
          }
        };

    Recording played = play(server, Limits.DEFAULT, Scripts.upload(), driver);

    assertThat(played.stop()).isEqualTo("the client could not be started: no such program");
  }

  @Test
  void aRequestBehindTheOutcomeStillCounts() {
    Recording played =
        play(
            Scripts.upload(),
            (order, control) -> {
              control.report(Outcome.FAILED);
              try (RawLine line = new RawLine(order)) {
                line.packet(order, "PING", "", new byte[0]);
              }
            });

    assertThat(kinds(played)).containsExactly(RequestKind.PING);
  }

  @Test
  void whatBelongsToNobodyIsToldApart() throws IOException {
    try (ScriptedServer own = ScriptedServer.open(SHORT);
        RawLine line = new RawLine("127.0.0.1", own.port())) {
      line.send("GET /favicon.ico HTTP/1.1\r\n\r\n");
      assertThat(line.read().status()).isEqualTo(404);
      assertThat(own.strays()).containsExactly("GET /favicon.ico");
    }
  }
}
