package org.bitstck.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.judge.Fit.Kind.HOLDS;
import static org.bitstck.judge.Fit.Kind.UNKNOWN;
import static org.bitstck.judge.Fit.Kind.WRONG;
import static org.bitstck.judge.client.RecordingBuilder.file;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.stream.Stream;
import org.bitstck.exchange.Ending;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.ClientClause.Form;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Where fragments may begin: the last one of each recording is looked at. */
class AskedOffsetsTest {
  private static RecordingBuilder first() {
    return file(300).create().fragment(0, 99);
  }

  private static String next(long offset) {
    return "BITS-Received-Content-Range: " + offset;
  }

  static Stream<Arguments> fragments() {
    return Stream.of(
        arguments("a session begins at 0", first(), HOLDS),
        arguments("not elsewhere", file(300).create().fragment(100, 199), WRONG),
        arguments("behind what was acknowledged", first().fragment(100, 199), HOLDS),
        arguments("without overlap", first().fragment(50, 199), WRONG),
        arguments("without a hole", first().fragment(101, 199), WRONG),
        arguments("a 200 may ask for more", first().ack(200, next(40)).fragment(40, 99), HOLDS),
        arguments("which counts", first().ack(200, next(40)).fragment(100, 199), WRONG),
        arguments("so may a 416", first().deviant().ack(416, next(0)).fragment(0, 99), HOLDS),
        arguments("forward", first().ack(416, next(200)).fragment(200, 299), HOLDS),
        arguments("which counts", first().ack(416, next(0)).fragment(100, 199), WRONG),
        arguments("a PING changes nothing", first().ping().fragment(100, 199), HOLDS),
        arguments("nothing was stored on 401", first().ack(401).fragment(100, 199), WRONG),
        arguments(
            "what was asked for stays on 401",
            first().fragment(100, 199).ack(401).fragment(100, 199),
            HOLDS),
        arguments(
            "what a lost Ack would have said",
            first().noAnswer(Ending.RESET).fragment(100, 199),
            HOLDS),
        arguments("or before it", first().noAnswer(Ending.RESET).fragment(0, 99), HOLDS),
        arguments("not beyond", first().noAnswer(Ending.RESET).fragment(101, 199), WRONG),
        arguments(
            "an error acknowledges nothing", first().deviant().ack(413).fragment(0, 49), HOLDS),
        arguments("nor does its status", first().deviant().ack(413).fragment(100, 199), WRONG),
        arguments(
            "unless it says so", first().deviant().ack(500, next(40)).fragment(40, 99), HOLDS),
        arguments("an invalid Ack", first().deviant().ack(200).fragment(0, 99), HOLDS),
        arguments(
            "one that points outside",
            first().deviant().ack(200, next(999)).fragment(100, 9),
            HOLDS),
        arguments(
            "an answer that is no Ack",
            first().answer("HTTP/1.1", 200, next(40)).deviant().fragment(40, 99),
            HOLDS),
        arguments("a late one", first().wire(WireFault.Kind.DELAY, 500).fragment(0, 99), HOLDS),
        arguments(
            "one behind which the connection ends",
            first().wire(WireFault.Kind.CLOSE_AFTER).fragment(0, 99),
            WRONG),
        arguments("a new session begins at 0", first().create("{2}").fragment(0, 99), HOLDS),
        arguments("and nowhere else", first().create("{2}").fragment(100, 199), WRONG),
        arguments(
            "the old one goes on where the new one was refused",
            first()
                .create("{2}")
                .ack(500)
                .fragment(100, 199)
                .change("BITS-Session-Id: " + RecordingBuilder.ID),
            HOLDS),
        arguments("no session", file(300).fragment(100, 199), UNKNOWN),
        arguments(
            "a wrong session is wrong enough",
            first().fragment(50, 199).change("BITS-Session-Id: {3}"),
            UNKNOWN),
        arguments("too early is wrong enough", first().fragment(50, 199).overlapping(), UNKNOWN),
        arguments("no range", first().fragment(50, 199).without("Content-Range"), UNKNOWN));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("fragments")
  void theLastFragment(String about, RecordingBuilder builder, Fit.Kind kind) {
    Recording recording = builder.untold();
    Fit fit =
        new RequestTests(recording).fit(Form.STARTS_WHERE_ASKED, recording.requests().size() - 1);
    assertThat(fit).as(fit.words()).extracting(Fit::kind).isEqualTo(kind);
  }
}
