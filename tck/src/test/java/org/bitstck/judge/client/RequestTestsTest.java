package org.bitstck.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.judge.Fit.Kind.HOLDS;
import static org.bitstck.judge.Fit.Kind.UNKNOWN;
import static org.bitstck.judge.Fit.Kind.UNREACHED;
import static org.bitstck.judge.Fit.Kind.WRONG;
import static org.bitstck.judge.client.RecordingBuilder.ID;
import static org.bitstck.judge.client.RecordingBuilder.TARGET;
import static org.bitstck.judge.client.RecordingBuilder.file;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.util.Set;
import java.util.stream.Stream;
import org.bitstck.exchange.Ending;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Carries;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.HeaderIs;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.RequestTest;
import org.bitstck.scenario.client.ClientClause.SentTo;
import org.bitstck.scenario.client.ClientClause.SessionIs;
import org.bitstck.scenario.client.ClientClause.SmallerThanBefore;
import org.bitstck.scenario.client.ClientClause.StartsAt;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerEvent;
import org.bitstck.scenario.client.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test of a request, on the last one of a recording. */
class RequestTestsTest {
  private static RecordingBuilder created() {
    return file(300).create();
  }

  private static RecordingBuilder first() {
    return created().fragment(0, 99);
  }

  private static RecordingBuilder other(String method) {
    return created().request(RequestKind.OTHER, method, TARGET);
  }

  private static SessionIs session(SessionIs.Kind kind) {
    return new SessionIs(kind);
  }

  private static Fit fit(RequestTest test, RecordingBuilder builder) {
    Recording recording = builder.untold();
    return new RequestTests(recording).fit(test, recording.requests().size() - 1);
  }

  static Stream<Arguments> requestsOfAnyKind() {
    String four = "x".repeat(4096);
    return Stream.of(
        arguments(Form.TARGET_AS_GIVEN, first(), HOLDS),
        arguments(
            Form.TARGET_AS_GIVEN,
            created().request(RequestKind.PING, "BITS_POST", "http://127.0.0.1:4711" + TARGET),
            HOLDS),
        arguments(
            Form.TARGET_AS_GIVEN,
            created().request(RequestKind.PING, "BITS_POST", "http://other:4711" + TARGET),
            WRONG),
        arguments(
            Form.TARGET_AS_GIVEN,
            created().request(RequestKind.PING, "BITS_POST", "/run/a b.bin?x=1"),
            WRONG),
        arguments(
            Form.TARGET_AS_GIVEN,
            created().request(RequestKind.PING, "BITS_POST", "/run/a%20b.bin"),
            WRONG),
        arguments(Form.TARGET_AS_GIVEN, created().get(), UNKNOWN),
        arguments(Form.METHOD, first(), HOLDS),
        arguments(Form.METHOD, other("POST"), WRONG),
        arguments(Form.METHOD, other("bits_post"), WRONG),
        arguments(Form.METHOD, other("MKCOL").header("BITS-Packet-Type: Ping"), WRONG),
        arguments(Form.METHOD, other("OPTIONS"), UNKNOWN),
        arguments(Form.METHOD, created().get(), UNKNOWN),
        arguments(Form.VERSION, first(), HOLDS),
        arguments(Form.VERSION, first().line("BITS_POST", "HTTP/1.0"), WRONG),
        arguments(Form.VERSION, created().get().line("GET", "HTTP/1.0"), UNKNOWN),
        arguments(Form.KNOWN_TYPE, first(), HOLDS),
        arguments(Form.KNOWN_TYPE, other("BITS_POST"), WRONG),
        arguments(Form.KNOWN_TYPE, other("BITS_POST").header("BITS-Packet-Type: RESUME"), WRONG),
        arguments(Form.KNOWN_TYPE, created().ping().header("BITS-Packet-Type: PING"), WRONG),
        arguments(Form.KNOWN_TYPE, other("POST"), UNKNOWN),
        arguments(Form.EMPTY, created(), HOLDS),
        arguments(Form.EMPTY, created().body(2), WRONG),
        arguments(Form.SHORT_VALUES, created().header("X: " + four), HOLDS),
        arguments(Form.SHORT_VALUES, created().header("X: " + four + "x"), WRONG),
        arguments(new KindIs(Set.of(RequestKind.PING)), created().ping(), HOLDS),
        arguments(new KindIs(Set.of(RequestKind.PING)), created(), WRONG),
        arguments(new SentTo(Trigger.Host.ALTERNATE), first().alternateHost(), HOLDS),
        arguments(new SentTo(Trigger.Host.ALTERNATE), first(), WRONG),
        arguments(new SentTo(Trigger.Host.ORIGINAL), first(), HOLDS),
        arguments(new HeaderIs("X", new HeaderTest.Absent()), first(), HOLDS),
        arguments(new HeaderIs("X", new HeaderTest.Present()), first(), WRONG));
  }

  static Stream<Arguments> lengths() {
    return Stream.of(
        arguments(Form.CONTENT_LENGTH, first(), HOLDS),
        arguments(Form.CONTENT_LENGTH, created().get(), UNKNOWN),
        arguments(Form.CONTENT_LENGTH, created().without("Content-Length"), WRONG),
        arguments(Form.CONTENT_LENGTH, created().header("Content-Length: 0"), WRONG),
        arguments(Form.CONTENT_LENGTH, created().change("Content-Length: +0"), WRONG),
        arguments(Form.CONTENT_LENGTH, first().header("Transfer-Encoding: chunked"), WRONG),
        arguments(Form.CONTENT_LENGTH, first().change("Content-Length: 99"), WRONG),
        arguments(Form.CONTENT_LENGTH, first().noHttp(), UNKNOWN),
        arguments(Form.WHOLE, first().noHttp(), UNKNOWN),
        arguments(Form.WHOLE, file(300).noHttp(), WRONG),
        arguments(Form.VERSION, first().noHttp(), UNKNOWN),
        arguments(Form.METHOD, first().noHttp(), UNKNOWN),
        arguments(new HeaderIs("X", new HeaderTest.Present()), first().noHttp(), UNKNOWN),
        arguments(
            Form.CONTENT_LENGTH,
            first().body(50).change("Content-Length: 100").wire(WireFault.Kind.RESET_IN_BODY),
            UNKNOWN),
        arguments(
            Form.CONTENT_LENGTH,
            first().change("Content-Length: 101").broken().noAnswer(Ending.TIMED_OUT),
            WRONG),
        arguments(
            Form.CONTENT_LENGTH,
            first()
                .change("Content-Length: 101")
                .broken()
                .noAnswer(Ending.TIMED_OUT)
                .wire(WireFault.Kind.STOP_READING),
            UNKNOWN),
        arguments(
            Form.CONTENT_LENGTH,
            first().change("Content-Length: 101").broken().noAnswer(Ending.CLOSED),
            UNKNOWN),
        arguments(Form.WHOLE, first(), HOLDS),
        arguments(Form.WHOLE, first().broken().noAnswer(Ending.CLOSED), WRONG),
        arguments(Form.WHOLE, first().broken().ack(413), UNKNOWN),
        arguments(
            Form.WHOLE,
            first()
                .broken()
                .noAnswer(Ending.CLOSED)
                .caller(CallerAct.Kind.PAUSE, Triggers.any(RequestKind.FRAGMENT)),
            UNKNOWN),
        arguments(Form.WHOLE, first().broken().noAnswer(Ending.CLOSED).stopped("x"), UNKNOWN),
        arguments(
            Form.WHOLE,
            first().broken().noAnswer(Ending.RESET).wire(WireFault.Kind.RESET_IN_BODY),
            UNKNOWN));
  }

  private static RecordingBuilder ranged(String value) {
    return first().change("Content-Range: " + value);
  }

  static Stream<Arguments> ranges() {
    return Stream.of(
        arguments(Form.RANGE, first(), HOLDS),
        arguments(Form.RANGE, ranged("Bytes 0-99/300"), HOLDS),
        arguments(Form.RANGE, ranged("bytes=0-99/300"), WRONG),
        arguments(Form.RANGE, ranged("bytes 0-99"), WRONG),
        arguments(Form.RANGE, ranged("bytes 0-99/*"), WRONG),
        arguments(Form.RANGE, ranged("bytes 0-99/200"), WRONG),
        arguments(Form.RANGE, ranged("bytes 99-0/300"), WRONG),
        arguments(Form.RANGE, ranged("bytes 0-99999999999999999999/300"), WRONG),
        arguments(Form.RANGE, first().without("Content-Range"), WRONG),
        arguments(Form.RANGE, first().header("Content-Range: bytes 0-99/300"), WRONG),
        arguments(Form.RANGE, created().fragment(0, 300), WRONG),
        arguments(Form.RANGE, created(), UNKNOWN),
        arguments(Form.RANGE, ranged("bytes 0-100/300"), WRONG),
        arguments(Form.BODY_OF_FILE, ranged("bytes 0-100/300"), UNKNOWN),
        arguments(Form.RANGE, created().fragment(0, 299).body(299), HOLDS),
        arguments(Form.BODY_OF_FILE, created().fragment(0, 299).body(299), WRONG),
        arguments(Form.BODY_OF_FILE, first(), HOLDS),
        arguments(Form.BODY_OF_FILE, first().body(90), WRONG),
        arguments(Form.BODY_OF_FILE, first().body(new byte[100]), WRONG),
        arguments(Form.BODY_OF_FILE, first().body(90).wire(WireFault.Kind.STOP_READING), UNKNOWN),
        arguments(Form.BODY_OF_FILE, first().body(90).broken(), UNKNOWN),
        arguments(Form.BODY_OF_FILE, ranged("something"), UNKNOWN),
        arguments(
            Form.BODY_OF_FILE,
            first().header("Content-Encoding: gzip").body(new byte[100]),
            UNKNOWN),
        arguments(
            Form.BODY_OF_FILE,
            first().body(new byte[100]).event(ServerEvent.Kind.CHANGE_FILE),
            UNKNOWN),
        arguments(Form.RANGE, ranged("bytes 0-99/310").event(ServerEvent.Kind.GROW_FILE), HOLDS));
  }

  static Stream<Arguments> ofSeveralFragments() {
    return Stream.of(
        arguments(Form.SAME_TOTAL, first(), HOLDS),
        arguments(Form.SAME_TOTAL, first().fragment(100, 199), HOLDS),
        arguments(
            Form.SAME_TOTAL,
            first().fragment(100, 199).change("Content-Range: bytes 100-199/250"),
            WRONG),
        arguments(
            Form.SAME_TOTAL,
            first().fragment(100, 199).change("Content-Range: bytes 100-199/200"),
            HOLDS),
        arguments(
            Form.RANGE,
            first().fragment(100, 199).change("Content-Range: bytes 100-199/200"),
            WRONG),
        // one fault is wrong by one form only
        arguments(
            Form.SAME_TOTAL,
            ranged("bytes 0-99/100").fragment(100, 199).change("Content-Range: bytes 100-199/200"),
            HOLDS),
        arguments(
            Form.RANGE,
            first().fragment(100, 199).change("Content-Range: bytes 100-199/250"),
            HOLDS),
        arguments(
            Form.SAME_TOTAL,
            first().create("{2}").fragment(0, 99).change("Content-Range: bytes 0-99/310"),
            HOLDS),
        arguments(new StartsAt(100), first().fragment(100, 199), HOLDS),
        arguments(new StartsAt(99), first().fragment(100, 199), WRONG),
        arguments(new StartsAt(0), ranged("?"), UNKNOWN),
        arguments(new StartsAt(0), created(), WRONG),
        arguments(new Carries(100, 100), first(), HOLDS),
        arguments(new Carries(0, 99), first(), WRONG),
        arguments(new Carries(100, 100), first().body(7).broken(), HOLDS),
        arguments(new Carries(0, 10), created(), WRONG),
        arguments(new SmallerThanBefore(), first().fragment(100, 198), HOLDS),
        arguments(new SmallerThanBefore(), first().ping().fragment(100, 199), WRONG),
        arguments(new SmallerThanBefore(), first(), UNKNOWN),
        arguments(Form.SAME_CONTENT_NAME, first(), UNKNOWN),
        arguments(Form.SAME_CONTENT_NAME, first().header("Content-Name: a"), HOLDS),
        arguments(
            Form.SAME_CONTENT_NAME,
            created().header("Content-Name: a").fragment(0, 9).header("Content-Name: b"),
            WRONG),
        arguments(
            Form.SAME_CONTENT_NAME,
            first().header("Content-Name: a").fragment(100, 109).header("Content-Name: b"),
            WRONG),
        arguments(Form.GET_RANGE, created().get(), HOLDS),
        arguments(Form.GET_RANGE, created().get().header("Range: bytes=0-9, 20-"), HOLDS),
        arguments(Form.GET_RANGE, created().get().header("Range: 0-9"), WRONG),
        arguments(Form.GET_RANGE, first(), UNKNOWN));
  }

  static Stream<Arguments> sessions() {
    SessionIs current = session(SessionIs.Kind.CURRENT);
    SessionIs ifPresent = session(SessionIs.Kind.CURRENT_IF_PRESENT);
    return Stream.of(
        arguments(current, first(), HOLDS),
        arguments(current, first().without("BITS-Session-Id"), WRONG),
        arguments(current, first().change("BITS-Session-Id: " + ID.toLowerCase()), WRONG),
        arguments(current, first().header("BITS-Session-Id: " + ID), WRONG),
        arguments(current, created().create("{2}").fragment(0, 9), HOLDS),
        arguments(
            current,
            created().create("{2}").fragment(0, 9).change("BITS-Session-Id: " + ID),
            WRONG),
        // a new id that the client may not have got
        arguments(
            current,
            created()
                .create("{2}")
                .wire(WireFault.Kind.CUT)
                .fragment(0, 9)
                .change("BITS-Session-Id: " + ID),
            HOLDS),
        arguments(current, created().create("{2}").wire(WireFault.Kind.CUT).fragment(0, 9), HOLDS),
        arguments(current, file(300).fragment(0, 99), UNREACHED),
        arguments(current, created().ack(403).fragment(0, 9), UNREACHED),
        arguments(ifPresent, created().ping(), UNKNOWN),
        arguments(ifPresent, created().ping().header("BITS-Session-Id: {3}"), WRONG),
        arguments(session(SessionIs.Kind.ABSENT), created(), HOLDS),
        arguments(session(SessionIs.Kind.ABSENT), first(), WRONG));
  }

  @ParameterizedTest
  @MethodSource({"requestsOfAnyKind", "lengths", "ranges", "ofSeveralFragments", "sessions"})
  void theLastRequest(RequestTest test, RecordingBuilder recording, Fit.Kind kind) {
    assertThat(fit(test, recording)).extracting(Fit::kind).isEqualTo(kind);
  }

  @Test
  void bytesBehindARequestAreItsOwn() {
    Recording recording = first().noHttp().untold();
    Fit fit = new RequestTests(recording).fit(Form.CONTENT_LENGTH, 1);
    assertThat(fit.words())
        .isEqualTo("#2 FRAGMENT 0-99: more bytes came than its Content-Length 100");
  }

  @Test
  void aRequestThatIsWrongIsNamed() {
    Fit fit = fit(new StartsAt(0), first().fragment(100, 199));
    assertThat(fit.words()).isEqualTo("#3 FRAGMENT 100-199: starts at 100");
    assertThat(fit.exchanges()).containsExactly(3);
  }

  @Test
  void aPasswordIsNotTold() {
    HeaderIs test = new HeaderIs("authorization", new HeaderTest.Absent());
    Fit fit = fit(test, created().header("Authorization: Basic c2VjcmV0"));
    assertThat(fit.isWrong()).isTrue();
    assertThat(fit.words()).doesNotContain("c2VjcmV0");
  }
}
