package org.bitstck.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.judge.client.RecordingBuilder.file;
import static org.bitstck.judge.client.RecordingBuilder.plain;
import static org.bitstck.judge.client.Triggers.after;
import static org.bitstck.judge.client.Triggers.every;
import static org.bitstck.judge.client.Triggers.nth;
import static org.bitstck.judge.client.Triggers.request;
import static org.bitstck.scenario.client.RequestKind.CANCEL_SESSION;
import static org.bitstck.scenario.client.RequestKind.CLOSE_SESSION;
import static org.bitstck.scenario.client.RequestKind.FRAGMENT;
import static org.bitstck.scenario.client.RequestKind.GET;
import static org.bitstck.scenario.client.RequestKind.PING;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.play.client.Recording;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.Chosen;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.Form;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.StartsAt;
import org.bitstck.scenario.client.ClientClause.UploadedIs;
import org.bitstck.scenario.client.ClientRule;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Place;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** From recordings to verdicts: scenarios and rules. */
class ClientJudgeTest {
  private static final Catalogue CATALOGUE = Library.bundled().catalogue();
  private static final Clause SUCCESS = new OutcomeIs(Set.of(Outcome.SUCCESS));
  private static final Clause FAILURE = new OutcomeIs(Set.of(Outcome.FAILED));
  private static final Clause NO_CLOSE = new CountIs(every(CLOSE_SESSION), 0, 0);
  private static final Clause NEXT_IS_PING =
      request(after(nth(FRAGMENT, 1)), new KindIs(Set.of(PING)));

  private static String requirement(Level level) {
    return CATALOGUE.of(Peer.CLIENT).stream()
        .filter(r -> r.levels().values().stream().allMatch(level::equals))
        .findFirst()
        .orElseThrow()
        .id();
  }

  private static Legal legal(Clause... clauses) {
    return new Legal(List.of(clauses), "", EnumSet.allOf(Profile.class), false);
  }

  private static Expectation expectation(Level level, Legal... legal) {
    return new Expectation(requirement(level), List.of(legal), Place.nowhere());
  }

  private static Expectation must(Clause... clauses) {
    return expectation(Level.MUST, legal(clauses));
  }

  private static List<Finding> judge(Recording recording) {
    return new ClientJudge(CATALOGUE, Profile.INTEROP).judge(recording);
  }

  private static Verdict verdict(Recording recording) {
    assertThat(judge(recording)).hasSize(1);
    return judge(recording).get(0).verdict();
  }

  @ParameterizedTest
  @CsvSource({"MUST, FAIL", "SHOULD, WARN", "MAY, INFO"})
  void theLevelMakesTheVerdict(Level level, Verdict verdict) {
    RecordingBuilder recording = plain().expect(expectation(level, legal(FAILURE)));
    assertThat(verdict(recording.told(Outcome.SUCCESS))).isEqualTo(verdict);
  }

  @Test
  void whatIsToleratedIsAWarning() {
    Legal tolerated = new Legal(List.of(SUCCESS), "it is old", EnumSet.allOf(Profile.class), true);
    Finding finding =
        judge(
                plain()
                    .expect(expectation(Level.MUST, legal(FAILURE), tolerated))
                    .told(Outcome.SUCCESS))
            .get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.WARN);
    assertThat(finding.observed()).contains("tolerated: it is old");
  }

  @Test
  void theBestFitCounts() {
    Expectation either =
        expectation(Level.MUST, legal(FAILURE), legal(SUCCESS, new UploadedIs(true)));
    assertThat(verdict(plain().expect(either).told(Outcome.SUCCESS))).isEqualTo(Verdict.PASS);
  }

  @Test
  void aFindingTellsWhatCameInOrder() {
    Recording recording =
        file(300)
            .create()
            .fragment(0, 99)
            .ack(416, "BITS-Received-Content-Range: 50")
            .fragment(100, 299)
            .expect(must(request(every(FRAGMENT), Form.STARTS_WHERE_ASKED)))
            .told(Outcome.FAILED);
    Finding finding = judge(recording).get(0);
    assertThat(finding.observed())
        .isEqualTo(
            "#1 CREATE-SESSION, #2 FRAGMENT 0-99 (416, next offset 50), #3 FRAGMENT 100-299;"
                + " reported: failed; #3 FRAGMENT 100-299: starts at 100 where 50 was asked for");
    assertThat(finding.expected()).isEqualTo("the offset that the last Ack asked for");
    assertThat(finding.exchanges()).containsExactly(3);
    assertThat(finding.evidence()).extracting(Exchange::number).containsExactly(1, 2, 3);
  }

  @Test
  void aLongRecordingIsToldInPart() {
    RecordingBuilder looping = file(9).stopped("the client sent more than 50 requests");
    for (int i = 0; i < 50; i++) {
      looping.ping();
    }
    Finding finding = judge(looping.expect(must(SUCCESS)).untold()).get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.observed())
        .contains("#8 PING, … 38 more …, #47 PING", "no outcome reported", "more than 50")
        .hasSizeLessThan(300);
  }

  @Test
  void aPointThatWasNeverReachedIsNotTested() {
    Finding finding =
        judge(
                plain()
                    .waitsFor(nth(FRAGMENT, 7))
                    .expect(must(NO_CLOSE, FAILURE))
                    .told(Outcome.SUCCESS))
            .get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(finding.observed()).startsWith("not tested: fragment 7 never came: #1 CREATE");
  }

  @Test
  void norIsAPassOfIt() {
    RecordingBuilder recording = file(300).create().waitsFor(nth(FRAGMENT, 1));
    assertThat(verdict(recording.expect(must(FAILURE, NO_CLOSE)).told(Outcome.FAILED)))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void whatASuccessAvoidedIsForOtherScenariosToBlame() {
    Clause get = new CountIs(every(GET), 1, 9);
    assertThat(verdict(plain().waitsFor(nth(GET, 1)).expect(must(get)).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void aClientMayHaveALegalWayAroundThePoint() {
    Legal noPing = legal(new CountIs(every(PING), 0, 0));
    Expectation either = expectation(Level.MUST, legal(NEXT_IS_PING), noPing);
    RecordingBuilder around = plain().waitsFor(nth(PING, 1)).expect(either);
    assertThat(verdict(around.told(Outcome.SUCCESS))).isEqualTo(Verdict.PASS);
    RecordingBuilder broken = file(300).create().waitsFor(nth(PING, 1)).expect(either);
    assertThat(verdict(broken.told(Outcome.FAILED))).isEqualTo(Verdict.BLOCKED);
    RecordingBuilder byHand = plain().tellsNothing().waitsFor(nth(PING, 1)).expect(either);
    assertThat(verdict(byHand.untold())).isEqualTo(Verdict.PASS);
  }

  @Test
  void aResumeBehindTheOutcomeIsNotThePointOfAScript() {
    RecordingBuilder recording =
        file(300)
            .create()
            .waitsFor(nth(FRAGMENT, 1))
            .caller(CallerAct.Kind.RESUME, null)
            .expect(must(SUCCESS));
    assertThat(verdict(recording.told(Outcome.FAILED))).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void aClientThatHangsBeforeThePointFailsWhatIsExpectedOfItsOutcome() {
    RecordingBuilder hung = file(300).create().waitsFor(nth(FRAGMENT, 1)).stopped("it hung");
    assertThat(verdict(hung.expect(must(SUCCESS)).untold())).isEqualTo(Verdict.FAIL);
    assertThat(verdict(hung.expect(must(NO_CLOSE)).untold())).isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void whatFollowsFromARequestThatNoServerTakesIsNotTested() {
    RecordingBuilder recording =
        file(300).create().fragment(0, 299).header("Content-Length: 300").ack(400).deviant();
    Finding finding = judge(recording.expect(must(SUCCESS)).told(Outcome.FAILED)).get(0);
    assertThat(finding.verdict()).isEqualTo(Verdict.BLOCKED);
    assertThat(finding.observed())
        .startsWith("not tested: #2 FRAGMENT 0-299 is wrong in itself, and refused for that: #1");
    assertThat(verdict(recording.expect(must(SUCCESS)).published().told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void whatIsPublishedIsWrongWithTheBytesThatWereSent() {
    RecordingBuilder recording =
        file(3).create().fragment(0, 2).body(new byte[3]).close().published("\0\0\0");
    assertThat(verdict(recording.expect(must(new UploadedIs(true))).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void nothingIsPublishedWithoutClose() {
    RecordingBuilder recording = file(3).create().fragment(0, 2);
    assertThat(verdict(recording.expect(must(new UploadedIs(true))).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.BLOCKED);
    ClientRuleJudge rule =
        rule(expectation(Level.MUST, legal(FAILURE), legal(new UploadedIs(true))));
    rule.judge(file(3).create().fragment(0, 2).told(Outcome.SUCCESS));
    assertThat(rule.finding().verdict()).isEqualTo(Verdict.FAIL);
  }

  @Test
  void dataBeforeAnySessionIsNotThePointOfAScript() {
    RecordingBuilder recording =
        file(300).fragment(0, 299).ack(500).deviant().create().fragment(0, 299).close();
    assertThat(verdict(recording.expect(must(NEXT_IS_PING)).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void aLostSessionIsNoFaultOfTheRequest() {
    RecordingBuilder recording = file(300).create().fragment(0, 299).ack(500).deviant();
    assertThat(verdict(recording.expect(must(SUCCESS)).told(Outcome.FAILED)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void whatWasWrongBeforeARefusalStaysWrong() {
    RecordingBuilder recording =
        file(300).create().fragment(100, 199).fragment(200, 299).body(7).ack(400);
    Clause starts = request(every(FRAGMENT), Form.STARTS_WHERE_ASKED);
    Clause first = request(new Chosen(Set.of(FRAGMENT), null, 1, 1, true), new StartsAt(0));
    assertThat(verdict(recording.expect(must(first)).told(Outcome.FAILED))).isEqualTo(Verdict.FAIL);
    assertThat(verdict(recording.expect(must(starts, SUCCESS)).told(Outcome.FAILED)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void anActOfTheCallerReachesThePoint() {
    RecordingBuilder recording = plain().caller(CallerAct.Kind.CANCEL, nth(FRAGMENT, 1));
    Clause cancel = new CountIs(every(CANCEL_SESSION), 1, 1);
    assertThat(verdict(recording.expect(must(cancel)).told(Outcome.CANCELLED)))
        .isEqualTo(Verdict.FAIL);
  }

  @Test
  void aDemandedRequestThatDoesNotComeIsAFailureIfItsTriggerCame() {
    assertThat(
            verdict(
                file(300).create().fragment(0, 9).expect(must(NEXT_IS_PING)).told(Outcome.FAILED)))
        .isEqualTo(Verdict.FAIL);
    assertThat(verdict(file(300).create().expect(must(NEXT_IS_PING)).told(Outcome.FAILED)))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void whatIsWrongAlreadyNeedsNoFurtherPoint() {
    Recording recording =
        file(300).create().deviant().expect(must(NEXT_IS_PING, SUCCESS)).told(Outcome.FAILED);
    assertThat(verdict(recording)).isEqualTo(Verdict.FAIL);
  }

  @Test
  void aClientThatSendsNothingPassesNothing() {
    for (Outcome outcome : List.of(Outcome.FAILED, Outcome.CANCELLED)) {
      for (Clause clause : List.of(NO_CLOSE, FAILURE, new UploadedIs(false))) {
        assertThat(verdict(file(9).expect(must(clause)).told(outcome))).isEqualTo(Verdict.BLOCKED);
      }
    }
    assertThat(verdict(file(9).expect(must(NO_CLOSE)).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.BLOCKED);
    assertThat(verdict(file(9).expect(must(new UploadedIs(true))).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.FAIL);
    assertThat(verdict(file(9).stopped("it died").expect(must(SUCCESS)).untold()))
        .isEqualTo(Verdict.BLOCKED);
  }

  @Test
  void outcomesThatNobodyCanSeeAreNotJudged() {
    assertThat(verdict(plain().tellsNothing().expect(must(SUCCESS)).untold()))
        .isEqualTo(Verdict.NOT_APPLICABLE);
    assertThat(verdict(plain().tellsNothing().expect(must(SUCCESS, NO_CLOSE)).untold()))
        .isEqualTo(Verdict.FAIL);
    assertThat(verdict(plain().tellsNothing().expect(must(SUCCESS, new UploadedIs(true))).untold()))
        .isEqualTo(Verdict.PASS);
  }

  @Test
  void whatNeverAppliedIsNeitherPassNorFailure() {
    Clause pings = request(every(PING), Form.EMPTY);
    assertThat(verdict(plain().expect(must(pings)).told(Outcome.SUCCESS)))
        .isEqualTo(Verdict.NOT_APPLICABLE);
  }

  @Test
  void aScenarioThatWasNotPlayedHasOneFindingPerRequirement() {
    Recording recording =
        plain()
            .expect(must(SUCCESS), expectation(Level.SHOULD, legal(NO_CLOSE)))
            .told(Outcome.SUCCESS);
    List<Finding> findings =
        new ClientJudge(CATALOGUE, Profile.INTEROP)
            .notPlayed(recording.scenario(), Verdict.NOT_APPLICABLE, "not declared");
    assertThat(findings).hasSize(2).extracting(Finding::observed).containsOnly("not declared");
  }

  @Test
  void whatAProfileDoesNotJudgeHasNoFinding() {
    Legal strict = new Legal(List.of(FAILURE), "", EnumSet.of(Profile.STRICT), false);
    Recording recording = plain().expect(expectation(Level.MUST, strict)).told(Outcome.SUCCESS);
    assertThat(judge(recording)).isEmpty();
  }

  private static ClientRuleJudge rule(Expectation expectation) {
    ClientRule rule = new ClientRule("a-rule", "something", "exempt", expectation);
    return new ClientRuleJudge(rule, CATALOGUE, Profile.INTEROP);
  }

  @Test
  void aRuleTellsOfItsFirstViolation() {
    ClientRuleJudge rule = rule(must(request(every(FRAGMENT), new StartsAt(0))));
    rule.judge(file(300).create().fragment(0, 99).told(Outcome.SUCCESS));
    rule.judge(plain().waitsFor(nth(RequestKind.GET, 1)).told(Outcome.SUCCESS));
    rule.judge(plain().told(Outcome.SUCCESS));
    rule.judge(plain().tagged("exempt").told(Outcome.SUCCESS));
    rule.judge(file(9).create().told(Outcome.SUCCESS));
    Finding finding = rule.finding();
    assertThat(finding.verdict()).isEqualTo(Verdict.FAIL);
    assertThat(finding.observed())
        .isEqualTo("in client/a/one: #3 FRAGMENT 100-299: starts at 100 (2 of 3 uploads)");
    assertThat(finding.exchanges()).containsExactly(3);
    assertThat(finding.evidence()).hasSize(4);
    assertThat(finding.topic()).isEqualTo("rules");
  }

  @Test
  void aRuleThatHoldsSaysHowOften() {
    ClientRuleJudge rule = rule(must(request(every(FRAGMENT), Form.RANGE)));
    assertThat(rule.finding()).isNull();
    rule.judge(plain().told(Outcome.SUCCESS));
    rule.judge(file(9).create().told(Outcome.FAILED));
    assertThat(rule.finding().observed()).isEqualTo("held in 1 upload");
    assertThat(rule.finding().evidence()).isEmpty();
  }

  @Test
  void aSuccessWithoutAnythingSentBreaksARule() {
    ClientRuleJudge rule =
        rule(expectation(Level.MUST, legal(FAILURE), legal(new UploadedIs(true))));
    rule.judge(file(9).told(Outcome.SUCCESS));
    assertThat(rule.finding().verdict()).isEqualTo(Verdict.FAIL);
    assertThat(rule.finding().observed()).contains("no request; reported: success");
  }
}
