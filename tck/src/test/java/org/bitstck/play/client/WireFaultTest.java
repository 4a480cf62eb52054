package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.EOFException;
import java.io.IOException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.bitstck.exchange.Ending;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.WireFault.Kind;
import org.bitstck.scenario.client.AckEdit;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.Deviation;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerEvent;
import org.bitstck.scenario.client.Trigger;
import org.bitstck.yaml.Place;
import org.junit.jupiter.api.Test;

/** What clients see of each thing that happens on the wire, and what is recorded of it. */
class WireFaultTest extends Playings {
  private static final Trigger PING = Scripts.nth(RequestKind.PING, 1);
  private static final Trigger FRAGMENT = Scripts.nth(RequestKind.FRAGMENT, 1);

  /** What a client does with its connection. */
  private interface Talk {
    void talk(RawLine line, UploadOrder order) throws Exception;
  }

  /** The same, with what the caller says meanwhile. */
  private interface ControlledTalk {
    void talk(RawLine line, UploadOrder order, ScriptClient.Control control) throws Exception;
  }

  /** One request of that kind with a fault, and the client's part. */
  private Recorded play(Trigger on, Kind kind, long bytes, long millis, String text, Talk talk) {
    return playAll(Scripts.upload(Scripts.wire(on, kind, bytes, millis, text)), talk)
        .requests()
        .get(0);
  }

  /**
   * A request with a fault, and another one on a second connection once the server has the first.
   */
  private Recording playTwo(Trigger on, WireFault.Kind kind, long bytes, Talk first) {
    ClientScenario scenario =
        Scripts.acting(
            List.of(Scripts.act(CallerAct.Kind.PAUSE, on)), Scripts.wire(on, kind, bytes, 0, null));
    return playAll(
        scenario,
        (line, order, control) -> {
          first.talk(line, order);
          assertThat(control.commands.take()).isEqualTo("pause");
          try (RawLine other = new RawLine(order)) {
            assertThat(other.packet(order, "PING", "", new byte[0]).status()).isEqualTo(200);
          }
        });
  }

  private Recording playAll(ClientScenario scenario, Talk talk) {
    return playAll(scenario, (line, order, control) -> talk.talk(line, order));
  }

  private Recording playAll(ClientScenario scenario, ControlledTalk talk) {
    Recording played =
        play(
            scenario,
            (order, control) -> {
              Outcome outcome = Outcome.SUCCESS;
              try (RawLine line = new RawLine(order)) {
                talk.talk(line, order, control);
              } catch (AssertionError e) {
                control.report(Outcome.NONE);
                throw e;
              }
              control.report(outcome);
            });
    assertThat(played.last().outcome()).as(played.last().describe()).isEqualTo(Outcome.SUCCESS);
    return played;
  }

  private static void ping(RawLine line, UploadOrder order) throws IOException {
    line.send(RawLine.head(order, "PING", "", 0));
  }

  private static void withheld(Recorded recorded) {
    assertThat(recorded.exchange().ending()).isEqualTo(Ending.WITHHELD);
    assertThat(recorded.exchange().response()).isNull();
    assertThat(recorded.whole()).isTrue();
  }

  @Test
  void reset() {
    withheld(
        play(
            PING,
            Kind.RESET,
            0,
            0,
            null,
            (line, order) -> {
              ping(line, order);
              assertThatThrownBy(line::read).isInstanceOf(SocketException.class);
            }));
  }

  @Test
  void resetInBody() {
    Recorded recorded =
        play(
            FRAGMENT,
            Kind.RESET_IN_BODY,
            100,
            0,
            null,
            (line, order) -> {
              line.send(RawLine.head(order, "FRAGMENT", "Content-Range: bytes 0-299/300\r\n", 300));
              line.send(new byte[150]);
              assertThatThrownBy(line::read).isInstanceOf(SocketException.class);
            });

    withheld(recorded);
    assertThat(recorded.bodyBytes()).isEqualTo(100);
  }

  @Test
  void closeInstead() {
    withheld(
        play(
            PING,
            Kind.CLOSE,
            0,
            0,
            null,
            (line, order) -> {
              ping(line, order);
              assertThatThrownBy(line::read).isInstanceOf(EOFException.class);
            }));
  }

  @Test
  void cut() {
    Recorded recorded =
        play(
            PING,
            Kind.CUT,
            20,
            0,
            null,
            (line, order) -> {
              ping(line, order);
              assertThat(line.in.readAllBytes()).hasSize(20);
            });

    withheld(recorded);
    assertThat(recorded.exchange().detail()).startsWith("cut behind 20 of ");
  }

  @Test
  void cutBody() {
    ClientScenario scenario =
        Scripts.upload(
            new Deviation(
                Place.nowhere(),
                PING,
                ServerEvent.NONE,
                new AckEdit(0, null, -1, -1, -1, List.of(), "0123456789", null, null, null),
                new WireFault(Kind.CUT_BODY, 4, 0, null)));

    Recording played =
        playAll(
            scenario,
            (line, order) -> {
              ping(line, order);
              String all = new String(line.in.readAllBytes(), StandardCharsets.ISO_8859_1);
              assertThat(all).contains("Content-Length: 10\r\n").endsWith("\r\n\r\n0123");
            });

    withheld(played.requests().get(0));
  }

  @Test
  void stallBodyLastsUntilTheClientGivesUp() {
    ClientScenario scenario =
        Scripts.upload(
            new Deviation(
                Place.nowhere(),
                PING,
                ServerEvent.NONE,
                new AckEdit(0, null, -1, -1, -1, List.of(), "0123456789", null, null, null),
                new WireFault(Kind.STALL_BODY, 4, 0, null)));

    Recording played =
        playAll(
            scenario,
            (line, order) -> {
              ping(line, order);
              line.socket.setSoTimeout(100);
              StringBuilder all = new StringBuilder();
              assertThatThrownBy(() -> readTo(all, line))
                  .isInstanceOf(SocketTimeoutException.class);
              assertThat(all).contains("Content-Length: 10\r\n").endsWith("\r\n\r\n0123");
            });

    withheld(played.requests().get(0));
  }

  private static void readTo(StringBuilder all, RawLine line) throws IOException {
    for (int next = line.in.read(); next >= 0; next = line.in.read()) {
      all.append((char) next);
    }
  }

  @Test
  void garbage() {
    withheld(
        play(
            PING,
            Kind.GARBAGE,
            0,
            0,
            "220 mail ready\r\n",
            (line, order) -> {
              ping(line, order);
              assertThat(new String(line.in.readAllBytes())).isEqualTo("220 mail ready\r\n");
            }));
  }

  @Test
  void silenceLastsUntilTheClientGivesUp() {
    Recorded recorded =
        play(
            PING,
            Kind.SILENCE,
            0,
            0,
            null,
            (line, order) -> {
              ping(line, order);
              line.socket.setSoTimeout(100);
              assertThatThrownBy(line.in::read).isInstanceOf(SocketTimeoutException.class);
            });

    withheld(recorded);
  }

  @Test
  void silenceOverlapsWithNothing() {
    Recording played = playTwo(PING, Kind.SILENCE, 0, (line, order) -> ping(line, order));

    assertThat(played.requests()).extracting(Recorded::overlapping).containsExactly(false, false);
  }

  @Test
  void stopReading() {
    Recording played =
        playTwo(
            FRAGMENT,
            Kind.STOP_READING,
            1000,
            (line, order) -> {
              line.send(
                  RawLine.head(order, "FRAGMENT", "Content-Range: bytes 0-299/300\r\n", 1 << 20));
              line.send(new byte[5000]);
            });

    withheld(played.requests().get(0));
    assertThat(played.requests().get(0).bodyBytes()).isEqualTo(1000);
    assertThat(played.requests()).extracting(Recorded::overlapping).containsExactly(false, false);
  }

  @Test
  void delay() {
    Recorded recorded =
        play(
            PING,
            Kind.DELAY,
            0,
            120,
            null,
            (line, order) -> {
              ping(line, order);
              assertThat(line.read().status()).isEqualTo(200);
            });

    assertThat(recorded.exchange().ending()).isEqualTo(Ending.ANSWERED);
    assertThat(recorded.exchange().timing().firstByte() - recorded.exchange().timing().sent())
        .isGreaterThanOrEqualTo(119_000);
  }

  @Test
  void aClientThatLeavesDuringADelayIsSeen() {
    Recorded recorded = play(PING, Kind.DELAY, 0, 10_000, null, (line, order) -> ping(line, order));

    assertThat(recorded.exchange().ending()).isEqualTo(Ending.CLOSED);
    assertThat(recorded.exchange().response()).isNull();
  }

  @Test
  void aSecondRequestDuringADelayOverlaps() {
    Recording played =
        playAll(
            Scripts.upload(Scripts.wire(PING, Kind.DELAY, 0, 300, null)),
            (line, order) -> {
              ping(line, order);
              try (RawLine other = new RawLine(order)) {
                other.packet(order, "PING", "", new byte[0]);
              }
              line.read();
            });

    assertThat(played.requests()).extracting(Recorded::overlapping).containsExactly(false, true);
  }

  @Test
  void slow() {
    Recorded recorded =
        play(
            PING,
            Kind.SLOW,
            0,
            1,
            null,
            (line, order) -> {
              ping(line, order);
              assertThat(line.read().status()).isEqualTo(200);
            });

    assertThat(recorded.exchange().ending()).isEqualTo(Ending.ANSWERED);
  }

  @Test
  void closeAfterSaysSoAndDropAfterDoesNot() {
    Talk talk =
        (line, order) -> {
          ping(line, order);
          line.read();
          assertThat(line.in.read()).isEqualTo(-1);
        };

    Recorded closed = play(PING, Kind.CLOSE_AFTER, 0, 0, null, talk);
    Recorded dropped = play(PING, Kind.DROP_AFTER, 0, 0, null, talk);

    assertThat(closed.exchange().response().headers().first("Connection")).contains("close");
    assertThat(new String(closed.exchange().response().head())).contains("\r\nConnection: close");
    assertThat(dropped.exchange().response().headers().has("Connection")).isFalse();
  }
}
