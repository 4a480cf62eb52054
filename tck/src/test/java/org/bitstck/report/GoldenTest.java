package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Tested;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Exchanges;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Timing;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.report.html.HtmlReport;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.requirement.Testable;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each report of one small run, byte for byte. {@code -Dgolden=write} writes the files anew; what
 * that changes is to be read before it is committed.
 */
class GoldenTest {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");
  private static final URI URL = URI.create("http://files.example:8080/inbox/");

  static Stream<Report> reports() {
    return Stream.of(
        new JsonReport("1.2.3", GoldenTest::again),
        new JUnitReport(GoldenTest::again),
        new MarkdownReport(GoldenTest::again),
        new OpenTestReport(GoldenTest::again),
        new HtmlReport("1.2.3", GoldenTest::again));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void isAsItWas(Report report) throws IOException {
    StringWriter text = new StringWriter();
    report.write(result(), text);
    Path golden = FOLDER.resolve(report.fileName());
    if ("write".equals(System.getProperty("golden"))) {
      Files.writeString(golden, text.toString());
    }
    assertThat(text.toString()).isEqualTo(Files.readString(golden));
  }

  private static String again(String more) {
    return "bits-tck server " + URL + " " + more;
  }

  private static RunResult result() {
    List<Requirement> requirements =
        List.of(
            requirement("BITS-SRV-FRAGMENT-901", "A gap is answered with 416.", Testable.ACTIVE),
            requirement("BITS-SRV-FRAGMENT-902", "A fragment is stored.", Testable.ACTIVE),
            requirement("BITS-SRV-PING-903", "PING is answered with 200.", Testable.ACTIVE),
            requirement("BITS-SRV-PING-904", "PING leaves no trace.", Testable.NO),
            requirement("BITS-SRV-CLOSE-905", "CLOSE-SESSION ends the session.", Testable.ACTIVE));
    List<Finding> findings =
        List.of(
            finding(
                requirements.get(0),
                "gap",
                Verdict.FAIL,
                "status 416 (MC-BUP 3.2.5.2.6); or status 400 (Win32 Fragment)",
                "200 OK, next offset 300"),
            finding(requirements.get(1), "gap", Verdict.PASS, "status 200", "200 OK"),
            finding(
                requirements.get(2),
                "again",
                Verdict.NOT_APPLICABLE,
                "status 200",
                "needs 'reply'"),
            finding(
                requirements.get(4),
                "again",
                Verdict.BLOCKED,
                "status 200",
                "not tested: <&\u0001>"));
    return new RunResult(
        new Tested("Acme <1>", Role.SERVER, URL, null, Set.of("X-Key")),
        Profile.INTEROP,
        findings,
        new Tally(requirements, findings),
        Optional.empty(),
        false,
        List.of("knows packet types in upper case only"),
        2,
        1,
        Instant.parse("2026-11-21T02:00:00Z"),
        Duration.ofMillis(1234));
  }

  private static Requirement requirement(String id, String statement, Testable testable) {
    Map<Profile, Level> levels = new EnumMap<>(Profile.class);
    Stream.of(Profile.values()).forEach(profile -> levels.put(profile, Level.MUST));
    return new Requirement(
        id,
        Role.SERVER,
        levels,
        "FRAGMENT",
        List.of("MC-BUP 3.2.5.2.6", "Win32 Fragment"),
        statement,
        testable,
        testable == Testable.NO ? "nobody can see that" : "",
        "",
        "0-99 then 150-199 -> 416",
        "a hole",
        "",
        "The published file has a hole.",
        id.endsWith("901") ? "The server seeks to wherever it is told." : "");
  }

  private static Finding finding(
      Requirement requirement, String scenario, Verdict verdict, String expected, String came) {
    boolean told = verdict == Verdict.FAIL;
    String text = "expect:\n  " + requirement.id() + ": {status: 416}\n";
    Place at =
        Place.of(
            Yaml.parse(new Source("scenarios/server/gap.yaml", text), text)
                .mapping("a step")
                .require("expect")
                .mapping("the expectations")
                .require(requirement.id()));
    return new Finding(
        requirement,
        Level.MUST,
        "fragment/ranges",
        scenario,
        "a gap is refused",
        verdict,
        expected,
        came,
        at,
        told ? List.of(2) : List.of(),
        told ? exchanges() : List.of(),
        told ? List.of(new Aside(1, Aside.Kind.PAUSE, "nothing was sent for a while")) : List.of(),
        12);
  }

  private static List<Exchange> exchanges() {
    String target = "/inbox/bits-tck-0123abcd-gap.bin";
    return List.of(
        exchange(
            1,
            request(target, new byte[0], "BITS-Packet-Type: Create-Session", "X-Key: hunter2"),
            200,
            "BITS-Session-Id: {5D3C1F0A-77B2-4E0C-9A41-0C6E2D9B8F15}"),
        exchange(
            2,
            request(
                target,
                new byte[] {0, 1, 2, (byte) 0xFF},
                "BITS-Packet-Type: Fragment",
                "BITS-Session-Id: {5D3C1F0A-77B2-4E0C-9A41-0C6E2D9B8F15}",
                "Content-Range: bytes 200-203/300",
                "X-Key: hunter2"),
            200,
            "BITS-Received-Content-Range: 300",
            "X-Echo: you sent hunter2"));
  }

  private static Request request(String target, byte[] body, String... headers) {
    Headers lines = Exchanges.packet("", headers).headers();
    List<Header> all = new java.util.ArrayList<>(lines.lines().subList(1, lines.lines().size()));
    all.add(0, new Header("Host", "files.example:8080"));
    all.add(new Header("Content-Length", String.valueOf(body.length)));
    return Request.of(Bits.METHOD, target, new Headers(all), body);
  }

  private static Exchange exchange(int number, Request request, int status, String... headers) {
    Exchange plain = Exchanges.answerTo(request, status, headers);
    return new Exchange(
        number,
        1,
        number > 1,
        request,
        List.of(),
        false,
        plain.response(),
        Ending.ANSWERED,
        "",
        0,
        new Timing(number * 200_000L, number * 200_000L + 500, number * 200_000L + 800));
  }
}
