package org.bitstck.play.client.wiremock;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;
import org.bitstck.play.tap.AnswerSource.Said;
import org.bitstck.play.tap.DirectAnswers;
import org.bitstck.play.tap.Question;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What comes out of WireMock is, byte for byte, what was meant, and what comes without it. */
class WireMockAnswersTest {
  private static final WireMockAnswers ANSWERS = new WireMockAnswers();

  @AfterAll
  static void close() {
    ANSWERS.close();
  }

  static Stream<Arguments> answers() {
    return Stream.of(
        Arguments.of("BITS_POST", answer("HTTP/1.1", 200, "OK", "", "Content-Length", "0")),
        Arguments.of(
            "BITS_POST",
            answer(
                "HTTP/1.1",
                416,
                "My own words",
                "",
                "bits-ERROR",
                "a",
                "X",
                "1",
                "bits-ERROR",
                "b",
                "Content-Length",
                "0")),
        Arguments.of("GET", answer("HTTP/1.1", 206, "Partial", "body", "Content-Length", "4")),
        Arguments.of("HEAD", answer("HTTP/1.1", 200, "OK", "", "Content-Length", "4")),
        Arguments.of("GET", answer("HTTP/1.0", 200, "OK", "body", "Content-Length", "4")),
        Arguments.of("GET", answer("HTTP/1.1", 200, "", "body", "Content-Length", "40", "X", "y")),
        Arguments.of("GET", answer("HTTP/1.1", 200, "OK", "body", "X", "y")),
        Arguments.of("BITS_POST", answer("HTTP/1.1", 100, "Continue", "")),
        Arguments.of("BITS_POST", answer("HTTP/1.1", 204, "None", "", "Content-Length", "0")),
        Arguments.of("BITS_POST", answer("HTTP/1.1", 304, "Same", "", "X", "y")),
        Arguments.of("BITS_POST", answer("HTTP/1.1", 299, "Odd", "", "Content-Length", "0")),
        Arguments.of("BITS_POST", answer("HTTP/1.1", 999, "Odd", "", "Content-Length", "0")),
        Arguments.of(
            "BITS_POST",
            answer(
                "HTTP/1.1",
                200,
                "OK",
                "0\r\n\r\n",
                "Transfer-Encoding",
                "chunked",
                "Connection",
                "close",
                "Date",
                "never",
                "Server",
                "x",
                "Location",
                "http://x/y")),
        Arguments.of(
            "BITS_POST",
            answer("HTTP/1.1", 200, "OK", "", "X", "x".repeat(9000), "Content-Length", "0")),
        Arguments.of("CONNECT", answer("HTTP/1.1", 405, "No", "", "Content-Length", "0")));
  }

  private static Answer answer(
      String version, int status, String reason, String body, String... headers) {
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i < headers.length; i += 2) {
      lines.add(new Header(headers[i], headers[i + 1]));
    }
    return new Answer(version, status, reason, lines, body.getBytes());
  }

  @ParameterizedTest
  @MethodSource("answers")
  void saysWhatIsMeant(String method, Answer meant) throws Exception {
    Said said = ANSWERS.say(new Question(method, () -> meant));
    Said direct = new DirectAnswers().say(new Question(method, () -> meant));

    assertThat(new String(said.head())).isEqualTo(new String(direct.head()));
    assertThat(said.body()).isEqualTo(direct.body());
  }

  @Test
  void bodiesOfSeveralMegabytes() throws Exception {
    byte[] body = new byte[20_000_000];
    body[19_999_999] = 1;
    Answer meant =
        new Answer(
            "HTTP/1.1", 200, "OK", List.of(new Header("Content-Length", "" + body.length)), body);

    assertThat(ANSWERS.say(new Question("GET", () -> meant)).body()).isEqualTo(body);
  }
}
