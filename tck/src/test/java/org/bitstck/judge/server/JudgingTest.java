package org.bitstck.judge.server;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.exchange.Exchanges.answer;
import static org.bitstck.exchange.Exchanges.answerTo;
import static org.bitstck.exchange.Exchanges.ended;
import static org.bitstck.exchange.Exchanges.packet;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Testable;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.scenario.server.Rule;
import org.bitstck.scenario.server.RuleReader;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.subject.Directory;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From what happened to verdicts: outcomes, scenarios, rules. */
class JudgingTest {
  private static final Catalogue CATALOGUE = Library.bundled().catalogue();
  private static final String MUST = requirement(Level.MUST);
  private static final String SHOULD = requirement(Level.SHOULD);
  private static final String MAY = requirement(Level.MAY);
  private static final Directory PLAIN = new Directory(Directory.PLAIN, "/", Map.of(), null);

  /** The same level in all profiles, so that a test may choose the profile. */
  private static String requirement(Level level) {
    return CATALOGUE.of(Peer.SERVER).stream()
        .filter(r -> r.testable() != Testable.NO)
        .filter(r -> r.levels().values().stream().allMatch(level::equals))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static ServerScenario scenario(String steps) {
    String yaml =
        "topic: a\nrole: server\nscenarios:\n  a:\n    title: something\n    steps:\n"
            + steps.replace("MUST", MUST).replace("SHOULD", SHOULD).replace("MAY", MAY).indent(6);
    return (ServerScenario)
        new ScenarioReader(CATALOGUE).read(new Source("a.yaml", yaml), yaml).scenarios().get(0);
  }

  /** One answer per step, as far as there are any. */
  private static Played played(ServerScenario scenario, Exchange... answers) {
    List<StepRecord> records = new ArrayList<>();
    for (int i = 0; i < answers.length; i++) {
      records.add(new StepRecord(scenario.steps().get(i), List.of(answers[i]), null, null, PLAIN));
    }
    return new Played(scenario, records, null, Map.of(), false, Duration.ofMillis(5));
  }

  private static Map<String, Verdict> verdicts(Profile profile, Played played) {
    return new ScenarioJudge(CATALOGUE, profile)
        .judge(played).stream()
            .collect(Collectors.toMap(f -> f.requirement().id(), Finding::verdict));
  }

  private static Map<String, Verdict> verdicts(Played played) {
    return verdicts(Profile.INTEROP, played);
  }

  @ParameterizedTest
  @CsvSource({
    "MUST, 200, PASS",
    "MUST, 400, FAIL",
    "SHOULD, 200, PASS",
    "SHOULD, 400, WARN",
    "MAY, 200, PASS",
    "MAY, 400, INFO"
  })
  void theLevelMakesTheVerdict(Level level, int status, Verdict verdict) {
    String id = requirement(level);
    ServerScenario scenario = scenario("- ping:\n  expect:\n    " + id + ": {status: 200}\n");
    assertThat(verdicts(played(scenario, answer(status)))).containsExactly(Map.entry(id, verdict));
  }

  @ParameterizedTest
  @CsvSource({
    "INTEROP, 200, PASS",
    "INTEROP, 201, WARN",
    "INTEROP, 404, FAIL",
    "STRICT, 200, PASS",
    "STRICT, 201, FAIL",
    "WIN32, 404, PASS",
    "WIN32, 200, FAIL"
  })
  void profilesAndToleranceChooseTheLegalOutcomes(Profile profile, int status, Verdict verdict) {
    ServerScenario scenario =
        scenario(
            """
            - ping:
              expect:
                MUST:
                  any-of:
                    - {status: 200, profiles: [interop, strict]}
                    - {status: 201, profiles: interop, tolerated: true, because: "it is old"}
                    - {status: 404, profiles: win32}
            """);
    assertThat(verdicts(profile, played(scenario, answer(status)))).containsEntry(MUST, verdict);
  }

  @Test
  void whatAProfileDoesNotJudgeHasNoFinding() {
    ServerScenario scenario =
        scenario("- ping:\n  expect:\n    MUST: {status: 200, profiles: strict}\n");
    assertThat(verdicts(Profile.WIN32, played(scenario, answer(500)))).isEmpty();
  }

  @Test
  void theNearestLegalOutcomeIsWhatIsToldAbout() {
    ServerScenario scenario =
        scenario(
            """
            - ping:
              expect:
                MUST:
                  any-of:
                    - {status: 200, received-range: 100}
                    - {status: 416, error: 0x0}
            """);
    Exchange seen = answer(200, "BITS-Received-Content-Range: 99");
    Finding finding =
        new ScenarioJudge(CATALOGUE, Profile.INTEROP).judge(played(scenario, seen)).get(0);
    assertThat(finding.observed()).contains("200", "99").doesNotContain("416");
    assertThat(finding.expected())
        .isEqualTo("status 200, next offset 100; or status 416, error 0x00000000");
    assertThat(finding.evidence()).containsExactly(seen);
  }

  @Test
  void behindAFailureAllIsBlocked() {
    ServerScenario scenario =
        scenario(
            """
            - ping:
              expect:
                MUST: {status: 200}
            - ping:
              expect:
                SHOULD: {status: 200}
            """);
    assertThat(verdicts(played(scenario, answer(500), answer(200))))
        .containsEntry(MUST, Verdict.FAIL)
        .containsEntry(SHOULD, Verdict.BLOCKED);
  }

  @Test
  void aWarningBlocksNothing() {
    ServerScenario scenario =
        scenario(
            """
            - ping:
              expect:
                SHOULD: {status: 200}
            - ping:
              expect:
                MUST: {status: 200}
            """);
    assertThat(verdicts(played(scenario, answer(500), answer(200))))
        .containsEntry(SHOULD, Verdict.WARN)
        .containsEntry(MUST, Verdict.PASS);
  }

  @Test
  void twoRequirementsOfOneStepAreBothJudged() {
    ServerScenario scenario =
        scenario("- ping:\n  expect:\n    MUST: {status: 200}\n    SHOULD: {status: 200}\n");
    assertThat(verdicts(played(scenario, answer(500))))
        .containsEntry(MUST, Verdict.FAIL)
        .containsEntry(SHOULD, Verdict.WARN);
  }

  @Test
  void aSetUpStepThatFailedIsNamedAndBlamesNoRequirement() {
    ServerScenario scenario =
        scenario("- create-session\n- ping:\n  expect:\n    MUST: {status: 200}\n");
    Exchange refused = answer(403);
    Played played =
        new Played(
            scenario,
            List.of(new StepRecord(scenario.steps().get(0), List.of(refused), null, null, PLAIN)),
            new Played.Stop(scenario.steps().get(0), "Create-Session came to nothing"),
            Map.of(),
            false,
            Duration.ZERO);
    Finding finding = new ScenarioJudge(CATALOGUE, Profile.INTEROP).judge(played).get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(finding.observed()).contains("Create-Session came to nothing", "a.yaml:7:9");
  }

  @Test
  void theWorstOfSeveralChecksOfARequirementCounts() {
    ServerScenario scenario = scenario("- ping:\n  expect:\n    SHOULD: {status: 200}\n".repeat(3));
    assertThat(verdicts(played(scenario, answer(200), answer(404), answer(200))))
        .containsExactly(Map.entry(SHOULD, Verdict.WARN));
  }

  @Test
  void aScenarioThatWasNotPlayedHasOneFindingPerRequirement() {
    ServerScenario scenario =
        scenario(
            "- ping:\n  expect:\n    MUST: {status: 200}\n".repeat(2)
                + "- ping:\n  expect:\n    MAY: {status: 200}\n");
    List<Finding> findings =
        new ScenarioJudge(CATALOGUE, Profile.INTEROP)
            .notPlayed(scenario, Verdict.NOT_APPLICABLE, "not declared");
    assertThat(findings).extracting(f -> f.requirement().id()).containsExactly(MUST, MAY);
    assertThat(findings).extracting(Finding::observed).containsOnly("not declared");
  }

  private static Rule rule(String when) {
    String yaml =
        "rules:\n  a:\n    title: something\n"
            + (when.isEmpty() ? "" : "    when: " + when + "\n")
            + "    expect:\n      "
            + MUST
            + ": {status: 299}\n";
    return new RuleReader(CATALOGUE).read(new Source("r.yaml", yaml), yaml).get(0);
  }

  private static boolean applies(Rule rule, String step, Directory directory, Exchange exchange) {
    ServerScenario scenario = scenario(step);
    RuleJudges judge = new RuleJudges(List.of(rule), CATALOGUE, Profile.INTEROP);
    judge.judge(
        new Played(
            scenario,
            List.of(
                new StepRecord(scenario.steps().get(0), List.of(exchange), null, null, directory)),
            null,
            Map.of(),
            false,
            Duration.ZERO));
    return judge.all().get(0).finding() != null;
  }

  /** A rule that nothing fulfils, so that it has a finding wherever it applies. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      textBlock =
          """
          # when                       | packet   | status | Ack   | applies
          -                            | Fragment | 200    | true  | true
          -                            | Fragment | 200    | false | true
          -                            | Fragment | 401    | false | false
          -                            | Fragment | 401    | true  | true
          -                            | Fragment | 407    | false | false
          {packet: fragment}           | FRAGMENT | 200    | true  | true
          {packet: fragment}           | Ping     | 200    | true  | false
          {packet: [fragment, ping]}   | Ping     | 200    | true  | true
          {status: success}            | Ping     | 299    | true  | true
          {status: success}            | Ping     | 300    | true  | false
          {status: [4xx, 500]}         | Ping     | 500    | true  | true
          {status: [4xx, 500]}         | Ping     | 501    | true  | false
          {acks-only: true}            | Ping     | 200    | true  | true
          {acks-only: true}            | Ping     | 200    | false | false
          {unless-in: reply-by-value}  | Ping     | 200    | true  | true
          {unless-in: plain}           | Ping     | 200    | true  | false
          {also-http: true}            | Fragment | 401    | false | true
          {bodiless: true}             | Ping     | 200    | true  | true
          """)
  void aRuleAppliesWhereItSays(
      String when, String packet, int status, boolean ack, boolean applies) {
    Exchange exchange =
        ack
            ? answerTo(packet(packet), status, "BITS-Packet-Type: ack")
            : answerTo(packet(packet), status);
    String step = "- ping:\n  expect:\n    MUST: {status: 200}\n";
    assertThat(applies(rule(when == null ? "" : when), step, PLAIN, exchange)).isEqualTo(applies);
  }

  @Test
  void aRuleDoesNotJudgeAFrontEndOrAnotherMethodOrSilence() {
    String step = "- ping:\n  expect:\n    MUST: {status: 200}\n";
    String loose = step.replace("  expect", "  front-end-may-answer: true\n  expect");
    Request get = Request.of("GET", "/", new org.bitstck.exchange.Headers(List.of()), new byte[0]);

    assertThat(applies(rule(""), loose, PLAIN, answer(400))).isFalse();
    assertThat(applies(rule(""), loose, PLAIN, answer(400, "BITS-Packet-Type: Ack"))).isTrue();
    assertThat(applies(rule(""), step, PLAIN, answerTo(get, 200))).isFalse();
    assertThat(applies(rule("{also-http: true}"), step, PLAIN, answerTo(get, 200))).isTrue();
    assertThat(applies(rule(""), step, PLAIN, ended(Ending.TIMED_OUT))).isFalse();
    assertThat(applies(rule("{also-http: true}"), step, PLAIN, ended(Ending.TIMED_OUT))).isFalse();
  }

  @Test
  void aRuleTellsHowOftenItWasBrokenAndWhereFirst() {
    ServerScenario scenario = scenario("- ping:\n  expect:\n    MUST: {status: 200}\n".repeat(3));
    RuleJudges judge = new RuleJudges(List.of(rule("")), CATALOGUE, Profile.INTEROP);
    judge.judge(played(scenario, answer(200), answer(400), answer(500)));
    Finding finding = judge.all().get(0).finding();
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.observed()).contains("in a/a: 200", "(3 of 3 answers)");
  }
}
