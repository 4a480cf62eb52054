package org.bitstck.judge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.exchange.Exchanges.answer;
import static org.bitstck.exchange.Exchanges.answerTo;
import static org.bitstck.exchange.Exchanges.body;
import static org.bitstck.exchange.Exchanges.bytes;
import static org.bitstck.exchange.Exchanges.ended;
import static org.bitstck.exchange.Exchanges.packet;
import static org.bitstck.exchange.Exchanges.response;
import static org.bitstck.exchange.Exchanges.with;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.play.TestFile;
import org.bitstck.play.server.StoredFile;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.StatusRange;
import org.bitstck.scenario.server.Condition;
import org.bitstck.scenario.server.Condition.AnswerIs;
import org.bitstck.scenario.server.Condition.BodyIsEmpty;
import org.bitstck.scenario.server.Condition.ContentIs;
import org.bitstck.scenario.server.Condition.ContextIs;
import org.bitstck.scenario.server.Condition.ErrorFormIs;
import org.bitstck.scenario.server.Condition.ErrorIs;
import org.bitstck.scenario.server.Condition.HeaderIs;
import org.bitstck.scenario.server.Condition.HeaderValuesAtMost;
import org.bitstck.scenario.server.Condition.LengthIs;
import org.bitstck.scenario.server.Condition.PartHeadersAtMost;
import org.bitstck.scenario.server.Condition.PartsAre;
import org.bitstck.scenario.server.Condition.ReceivedRangeIs;
import org.bitstck.scenario.server.Condition.SessionIs;
import org.bitstck.scenario.server.Condition.StatusIs;
import org.bitstck.scenario.server.Condition.UnchangedIs;
import org.bitstck.scenario.server.Condition.VersionIs;
import org.bitstck.scenario.server.Condition.WithinIs;
import org.bitstck.scenario.server.FragmentRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each condition with what holds and what does not. */
class ConditionJudgeTest {
  private static final String GUID = "{7df0354d-249b-430f-820d-3d2a9bef4931}";
  private static final String OTHER = "{00000000-249b-430f-820d-3d2a9bef4931}";
  private static final Request ASKED = packet("Fragment", "BITS-Session-Id: " + GUID);
  private static final Map<String, TestFile> FILES =
      Map.of("file", new TestFile(new FileSpec("file", 10, bytes("0123456789")), 1));

  /**
   * @param holds observations under which the condition holds
   * @param misses those under which it does not
   */
  record Case(Condition condition, List<Observation> holds, List<Observation> misses) {
    @Override
    public String toString() {
      return condition.toString();
    }
  }

  private static Case of(Condition condition, Stream<Exchange> holds, Stream<Exchange> misses) {
    return new Case(
        condition,
        holds.map(ConditionJudgeTest::seen).toList(),
        misses.map(ConditionJudgeTest::seen).toList());
  }

  private static Observation seen(Exchange exchange) {
    return new Observation(
        exchange, null, null, FILES, Set.of(OTHER), Map.of("host", "node2.example"));
  }

  /** What was asked for after an answer with that header. */
  private static Observation behind(String header, Exchange later) {
    Exchange before = body(200, new byte[0], header);
    Exchange now = later(later);
    return new Observation(
        now, null, null, FILES, Set.of(), Map.of(), Map.of(), List.of(before, now));
  }

  private static Exchange later(Exchange answer) {
    Exchange get = body(200, new byte[0]);
    return new Exchange(
        2,
        1,
        true,
        get.request(),
        List.of(),
        false,
        answer.response(),
        Ending.ANSWERED,
        "",
        0,
        get.timing());
  }

  private static Observation stored(String text) {
    return stored(new StoredFile(StoredFile.State.PRESENT, bytes(text), "GET /f -> 200"));
  }

  private static Observation stored(StoredFile file) {
    return new Observation(null, file, null, FILES, Set.of(), Map.of());
  }

  private static final Observation NO_FILE =
      stored(new StoredFile(StoredFile.State.ABSENT, new byte[0], "GET /f -> 404"));

  private static Condition header(String name, HeaderTest test) {
    return new HeaderIs(name, test);
  }

  private static Condition session(SessionIs.Kind kind) {
    return new SessionIs(kind);
  }

  private static Exchange session(String id) {
    return answerTo(ASKED, 200, "BITS-Session-Id: " + id);
  }

  private static final String MULTIPART = "Content-Type: multipart/byteranges; boundary=B";

  private static Exchange parts(String preamble, String moreHeaders, String... ranges) {
    StringBuilder text = new StringBuilder(preamble);
    for (String range : ranges) {
      int first = range.charAt(0) - '0';
      int last = range.charAt(2) - '0';
      text.append("--B\r\nContent-Type: text/plain\r\nContent-Range: bytes ")
          .append(range)
          .append("/10\r\n")
          .append(moreHeaders)
          .append("\r\n")
          .append("0123456789", first, last + 1)
          .append("\r\n");
    }
    return body(206, bytes(text.append("--B--\r\n").toString()), MULTIPART);
  }

  static Stream<Case> cases() {
    Exchange silence = ended(Ending.TIMED_OUT);
    return Stream.of(
        of(
            new StatusIs(List.of(StatusRange.of("200"), StatusRange.of("4xx"))),
            Stream.of(answer(200), answer(404)),
            Stream.of(answer(201), answer(500), silence)),
        of(
            header("X", new HeaderTest.Present()),
            Stream.of(answer(200, "x: 1"), answer(200, "X:")),
            Stream.of(answer(200), silence)),
        of(
            header("X", new HeaderTest.Absent()),
            Stream.of(answer(200)),
            Stream.of(answer(200, "x: 1"), silence)),
        of(
            header("X", new HeaderTest.Equal("a", false)),
            Stream.of(answer(200, "x: a"), answer(200, "x: a", "X: a")),
            Stream.of(answer(200, "x: A"), answer(200), answer(200, "X: a", "X: b"))),
        of(
            header("X", new HeaderTest.Equal("a", true)),
            Stream.of(answer(200, "x: A")),
            Stream.of(answer(200, "x: b"), answer(200))),
        of(
            header("X", new HeaderTest.Matching(Pattern.compile("\\d+"), "\\d+", true)),
            Stream.of(answer(200, "x: 12")),
            Stream.of(answer(200, "x: 12a"), answer(200))),
        of(
            header("X", new HeaderTest.Matching(Pattern.compile("\\d+"), "\\d+", false)),
            Stream.of(answer(200, "x: 12"), answer(200)),
            Stream.of(answer(200, "x: 12a"))),
        of(
            header("X", new HeaderTest.Declared("host")),
            Stream.of(answer(200, "X: Node2.example")),
            Stream.of(answer(200, "X: node3.example"), answer(200))),
        of(
            header("X", new HeaderTest.Declared("unknown")),
            Stream.of(answer(200, "X: 1"), answer(200)),
            Stream.of(silence)),
        of(
            header("X", new HeaderTest.SameUrl("http://Node.example/a%20b?c=1")),
            Stream.of(
                answer(200, "X: http://node.example:80/a%20b?c=1"),
                answer(200, "X: HTTP://node.example/%61%20b?c=1")),
            Stream.of(
                answer(200, "X: https://node.example/a%20b?c=1"),
                answer(200, "X: http://node.example:8080/a%20b?c=1"),
                answer(200, "X: http://node.example/a%20b"),
                answer(200, "X: http://node.example/A%20b?c=1"),
                answer(200, "X: /a%20b?c=1"),
                answer(200, "X: http://node.example/a b"),
                answer(200))),
        of(
            new HeaderValuesAtMost(3),
            Stream.of(answer(200), answer(200, "A: 123", "B: 1")),
            Stream.of(answer(200, "A: 123", "B: 1234"), silence)),
        of(
            new ReceivedRangeIs(100, 100),
            Stream.of(
                answer(200, "BITS-Received-Content-Range: 100"),
                answer(200, "BITS-Received-Content-Range: bytes 0-99/300"),
                answer(200),
                answer(200, "BITS-Received-Content-Range: none")),
            Stream.of(
                answer(200, "BITS-Received-Content-Range: 99"),
                answer(200, "BITS-Received-Content-Range: 101"),
                silence)),
        of(
            new ReceivedRangeIs(100, 200),
            Stream.of(
                answer(200, "BITS-Received-Content-Range: 100"),
                answer(200, "BITS-Received-Content-Range: 200")),
            Stream.of(
                answer(200, "BITS-Received-Content-Range: 99"),
                answer(200, "BITS-Received-Content-Range: 201"))),
        of(
            new ErrorIs(List.of(0x80070057L, 0x80070005L)),
            Stream.of(
                answer(400, "BITS-Error: 0x80070057"),
                answer(400, "BITS-Error-Code: 80070005"),
                answer(400, "X-BITS-Error: 0x80070057"),
                answer(400)),
            Stream.of(answer(400, "BITS-Error: 0x80004005"), answer(500), silence)),
        of(
            new ContextIs(List.of(5L)),
            Stream.of(
                answer(500, "BITS-Error-Context: 0x5"),
                answer(500, "BITS-Error-Context: 5"),
                answer(500)),
            Stream.of(answer(500, "BITS-Error-Context: 0x7"), silence)),
        of(
            session(SessionIs.Kind.SAME),
            Stream.of(session(GUID), session(GUID.toUpperCase()), answerTo(ASKED, 200)),
            Stream.of(session(OTHER), silence)),
        of(
            session(SessionIs.Kind.NOT_NEW),
            Stream.of(answer(400), session(GUID)),
            Stream.of(answer(400, "BITS-Session-Id: " + GUID))),
        of(
            session(SessionIs.Kind.UNIQUE),
            Stream.of(session(GUID)),
            Stream.of(session(OTHER), answerTo(ASKED, 200))),
        of(
            session(SessionIs.Kind.GUID),
            Stream.of(session(GUID), answer(200)),
            Stream.of(session("1"), session(GUID.substring(1)))),
        of(
            session(SessionIs.Kind.PRESENT),
            Stream.of(session("1")),
            Stream.of(answer(200), answer(200, "BITS-Session-Id:"))),
        of(session(SessionIs.Kind.ABSENT), Stream.of(answer(200)), Stream.of(session("1"))),
        of(
            new BodyIsEmpty(),
            Stream.of(body(200, new byte[0])),
            Stream.of(body(200, new byte[1]), silence)),
        of(
            new AnswerIs(AnswerIs.Kind.CLOSED),
            Stream.of(ended(Ending.CLOSED), ended(Ending.RESET)),
            Stream.of(answer(200), silence, ended(Ending.GARBAGE), ended(Ending.NO_CONNECTION))),
        of(
            new AnswerIs(AnswerIs.Kind.NONE),
            Stream.of(silence, ended(Ending.CLOSED), ended(Ending.RESET)),
            Stream.of(answer(200), ended(Ending.GARBAGE), ended(Ending.NO_CONNECTION))),
        of(
            new AnswerIs(AnswerIs.Kind.ANY),
            Stream.of(answer(200), answer(500)),
            Stream.of(silence, ended(Ending.CLOSED))),
        of(
            new AnswerIs(AnswerIs.Kind.WELL_FORMED),
            Stream.of(answer(200)),
            Stream.of(
                with(ASKED, response(200, "a line ends in LF without CR"), Ending.ANSWERED, 0),
                ended(Ending.GARBAGE))),
        of(
            new AnswerIs(AnswerIs.Kind.EXACT),
            Stream.of(answer(200)),
            Stream.of(with(ASKED, response(200, ""), Ending.ANSWERED, 3), silence)),
        of(
            new AnswerIs(AnswerIs.Kind.EARLY),
            Stream.of(early(answer(200))),
            Stream.of(answer(200), silence)),
        of(
            new VersionIs("HTTP/1.1"),
            Stream.of(answer(200)),
            Stream.of(version("HTTP/1.0"), silence)),
        of(
            new ErrorFormIs(ErrorFormIs.Kind.NEITHER),
            Stream.of(answer(200)),
            Stream.of(answer(200, "BITS-Error: 0x0"), silence)),
        new Case(
            new ContentIs(new Content.Absent()),
            List.of(NO_FILE, seen(answer(404)), seen(silence)),
            List.of(stored(""), seen(answer(200)))),
        new Case(
            new ContentIs(new Content.OfFile("file", 0, -1)),
            List.of(stored("0123456789"), seen(body(200, bytes("0123456789")))),
            List.of(
                stored("012345678"),
                stored("01234567890"),
                stored("012345678X"),
                NO_FILE,
                seen(silence))),
        new Case(
            new ContentIs(new Content.OfFile("file", 2, 4)),
            List.of(stored("xx234xx"), stored("0123456789"), seen(body(206, bytes("234")))),
            List.of(stored("0123"), stored("xx2x4xx"), seen(body(200, bytes("0123456789"))))),
        new Case(
            new ContentIs(new Content.OfFile("file", 8, -1)),
            List.of(stored("xxxxxxxx89"), seen(body(206, bytes("89")))),
            List.of(stored("xxxxxxxx8"), stored("89"), stored("xxxxxxxx890"))),
        new Case(
            new ContentIs(new Content.Not("file")),
            List.of(NO_FILE, stored("other"), seen(answer(404))),
            List.of(stored("0123456789"), seen(body(200, bytes("0123456789"))))),
        new Case(
            new LengthIs(3),
            List.of(stored("abc"), seen(body(200, bytes("abc")))),
            List.of(stored("ab"), seen(body(200, bytes("abcd"))), NO_FILE, seen(silence))),
        new Case(
            new LengthIs(0),
            List.of(stored(""), seen(body(200, new byte[0]))),
            List.of(NO_FILE, seen(silence))),
        of(
            new PartsAre("file", List.of(new FragmentRange(0, 1), new FragmentRange(5, 7))),
            Stream.of(parts("", "", "0-1", "5-7")),
            Stream.of(
                parts("", "", "5-7", "0-1"),
                parts("", "", "0-1"),
                body(206, bytes("01567"), MULTIPART),
                body(206, bytes("01567"), "Content-Type: text/plain"),
                silence)),
        of(
            new PartHeadersAtMost(10),
            Stream.of(parts("", "", "0-1"), parts("\r\n\r\n", "X: 12345\r\n", "0-1")),
            Stream.of(
                parts("", "X: 123456\r\n", "0-1"), parts("\r\n\r\n\r\n", "", "0-1"), answer(200))),
        new Case(
            new UnchangedIs(List.of("X", "Y")),
            List.of(behind("X: 1", answer(200, "X: 1", "Z: 2"))),
            List.of(
                behind("X: 1", answer(200, "X: 2")),
                behind("X: 1", answer(200, "X: 1", "Y: 2")),
                behind("X: 1", answer(200)),
                seen(answer(200, "X: 1")))),
        of(new WithinIs(Duration.ofMillis(2)), Stream.of(answer(200)), Stream.of(silence)),
        of(new WithinIs(Duration.ofMillis(1)), Stream.of(), Stream.of(answer(200))));
  }

  private static Exchange early(Exchange e) {
    return new Exchange(
        e.number(),
        e.connection(),
        e.reused(),
        e.request(),
        e.interim(),
        true,
        e.response(),
        e.ending(),
        e.detail(),
        e.surplus(),
        e.timing());
  }

  private static Exchange version(String version) {
    var r = response(200, "");
    return with(
        ASKED,
        new org.bitstck.exchange.Response(
            version, 200, "", r.headers(), r.body(), r.framing(), r.head(), r.faults()),
        Ending.ANSWERED,
        0);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void holdsAndMisses(Case one) {
    for (Observation seen : one.holds) {
      assertThat(ConditionJudge.mismatch(one.condition, seen)).as(seen.describe()).isEmpty();
    }
    for (Observation seen : one.misses) {
      assertThat(ConditionJudge.mismatch(one.condition, seen))
          .as(seen.describe())
          .hasValueSatisfying(words -> assertThat(words).isNotBlank());
    }
  }

  @Test
  void everyConditionIsJudgedAndDescribed() {
    assertThat(cases().map(c -> c.condition.getClass().getName()).collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(names(Condition.class));
    assertThat(cases().map(c -> c.condition.describe()))
        .allSatisfy(words -> assertThat(words).isNotBlank().doesNotContain("@"));
  }

  @Test
  void everyKindOfAnswerSessionAndHeaderTestIsJudged() {
    List<Object> kinds =
        cases()
            .map(c -> c.condition)
            .map(
                c ->
                    c instanceof AnswerIs answer
                        ? answer.kind()
                        : c instanceof SessionIs session ? session.kind() : c)
            .toList();
    assertThat(kinds).contains((Object[]) AnswerIs.Kind.values());
    assertThat(kinds).contains((Object[]) SessionIs.Kind.values());
    assertThat(
            cases()
                .filter(c -> c.condition instanceof HeaderIs)
                .map(c -> ((HeaderIs) c.condition).test().getClass().getName())
                .collect(Collectors.toSet()))
        .containsExactlyInAnyOrder(names(HeaderTest.class));
  }

  private static String[] names(Class<?> sealed) {
    return Arrays.stream(sealed.getPermittedSubclasses())
        .map(Class::getName)
        .toArray(String[]::new);
  }
}
