package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Tested;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Findings;
import org.bitstck.judge.Verdict;
import org.bitstck.report.html.HtmlReport;
import org.bitstck.subject.Access;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Neither credentials nor what the subject's owner wants sent is in any report, however it came.
 */
class SecretsTest {
  private static final String PASSWORD = "pa55-w0rd!";
  private static final String BASIC =
      Base64.getEncoder().encodeToString(("tester:" + PASSWORD).getBytes(StandardCharsets.UTF_8));
  private static final String KEY = "k3y-of-the-owner";
  private static final String COOKIE = "c00kie-value";
  private static final List<String> SECRETS = List.of(PASSWORD, BASIC, KEY, COOKIE);

  /** The subject file says that this header is sent; its name tells nothing. */
  private static final Subject SUBJECT =
      new Subject(
          "mine",
          URI.create("http://127.0.0.1:8080/up/"),
          Map.of(),
          Set.of(),
          Set.of(),
          ReadBack.TRY_HTTP,
          new Access(List.of(new Header("X-Tenant", KEY)), null));

  static Stream<Function<Exchange, String>> reports() {
    return Stream.of(
        written(new JsonReport("1", Results::again)),
        written(new JUnitReport(Results::again)),
        written(new MarkdownReport(Results::again)),
        written(new OpenTestReport(Results::again)),
        written(new HtmlReport("1", Results::again)),
        SecretsTest::har,
        SecretsTest::console);
  }

  private static Function<Exchange, String> written(Report report) {
    return exchange -> text(report, exchange);
  }

  private static String har(Exchange exchange) {
    Traffic traffic = new Traffic();
    traffic.add(SUBJECT.url(), System.nanoTime(), exchange);
    return text(new HarReport("1", traffic), exchange);
  }

  private static String console(Exchange exchange) {
    StringWriter text = new StringWriter();
    ConsoleReport.Style plain =
        new ConsoleReport.Style() {
          @Override
          public String bold(String words) {
            return words;
          }

          @Override
          public String verdict(Verdict verdict, String words) {
            return words;
          }
        };
    new ConsoleReport(new PrintWriter(text, true), plain, true, Results::again)
        .print(result(exchange));
    return text.toString();
  }

  private static String text(Report report, Exchange exchange) {
    StringWriter text = new StringWriter();
    try {
      report.write(result(exchange), text);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
    return text.toString();
  }

  private static RunResult result(Exchange exchange) {
    Finding finding =
        Findings.of(
            Results.ALL.get(0),
            Verdict.FAIL,
            "200 OK, and you are tester:" + PASSWORD,
            List.of(exchange));
    RunResult plain = Results.of(List.of(finding));
    return new RunResult(
        Tested.of(SUBJECT),
        plain.profile(),
        plain.findings(),
        plain.tally(),
        plain.incomplete(),
        plain.subjectBroken(),
        plain.notes(),
        plain.scenarios(),
        plain.played(),
        plain.startedAt(),
        plain.duration());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void whatIsSentAndWhatThePeerRepeats(Function<Exchange, String> report) {
    Request asked =
        Exchanges.packet(
            "Ping", "Authorization: Basic " + BASIC, "X-Tenant: " + KEY, "Cookie: " + COOKIE);
    Response answer =
        Exchanges.body(
                200,
                ("<p>Authorization: Basic " + BASIC + " is " + PASSWORD + " of " + KEY)
                    .getBytes(StandardCharsets.UTF_8),
                "X-Echo: " + KEY,
                "Set-Cookie: a=" + COOKIE)
            .response();
    assertThat(report.apply(Exchanges.with(asked, answer, Ending.ANSWERED, 0)))
        .doesNotContain(SECRETS);
  }

  @ParameterizedTest
  @MethodSource("reports")
  void whatIsWrittenToTheByte(Function<Exchange, String> report) {
    byte[] raw =
        ("BITS_POST /f HTTP/1.1\r\nAuthorization: Basic "
                + BASIC
                + "\r\nCookie: "
                + COOKIE
                + "\r\nX-Tenant: "
                + KEY
                + "\r\n\r\n")
            .getBytes(StandardCharsets.ISO_8859_1);
    Request asked = new Request("", "", "", new Headers(List.of()), new byte[0], raw);
    String text =
        report.apply(Exchanges.with(asked, Exchanges.response(200, ""), Ending.ANSWERED, 0));
    // without a header that carries it the kit cannot know what the peer has said
    assertThat(text).doesNotContain(BASIC, KEY, COOKIE);
  }
}
