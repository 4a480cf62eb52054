package org.bitstck.judge.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.judge.Fit.Kind.HOLDS;
import static org.bitstck.judge.Fit.Kind.UNKNOWN;
import static org.bitstck.judge.Fit.Kind.UNREACHED;
import static org.bitstck.judge.Fit.Kind.WRONG;
import static org.bitstck.judge.client.RecordingBuilder.file;
import static org.bitstck.judge.client.RecordingBuilder.plain;
import static org.bitstck.judge.client.Triggers.after;
import static org.bitstck.judge.client.Triggers.completing;
import static org.bitstck.judge.client.Triggers.eachAfter;
import static org.bitstck.judge.client.Triggers.every;
import static org.bitstck.judge.client.Triggers.nth;
import static org.bitstck.judge.client.Triggers.request;
import static org.bitstck.judge.client.Triggers.the;
import static org.bitstck.scenario.client.RequestKind.CLOSE_SESSION;
import static org.bitstck.scenario.client.RequestKind.CREATE_SESSION;
import static org.bitstck.scenario.client.RequestKind.FRAGMENT;
import static org.bitstck.scenario.client.RequestKind.PING;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import java.time.Duration;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.exchange.Ending;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.Report;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.Chosen;
import org.bitstck.scenario.client.ClientClause;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.GapIs;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.OneAtATime;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.ReplyIs;
import org.bitstck.scenario.client.ClientClause.ReportIs;
import org.bitstck.scenario.client.ClientClause.SequenceIs;
import org.bitstck.scenario.client.ClientClause.StartsAt;
import org.bitstck.scenario.client.ClientClause.UploadedIs;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each clause by itself. */
class ClauseJudgeTest {
  private static final Recording PLAIN = plain().told(Outcome.SUCCESS);

  private static Fit fit(ClientClause clause, Recording recording) {
    return new ClauseJudge(recording).fit(clause);
  }

  private static KindIs is(RequestKind... kinds) {
    return new KindIs(Set.of(kinds));
  }

  static Stream<Arguments> requests() {
    return Stream.of(
        arguments(request(every(FRAGMENT), is(FRAGMENT)), PLAIN, HOLDS),
        arguments(request(every(), is(FRAGMENT)), PLAIN, WRONG),
        arguments(request(every(PING), new StartsAt(0)), PLAIN, UNKNOWN),
        arguments(request(the(FRAGMENT, 2), new StartsAt(100)), PLAIN, HOLDS),
        arguments(request(the(FRAGMENT, 2), new StartsAt(0)), PLAIN, WRONG),
        arguments(request(the(FRAGMENT, 3), new StartsAt(0)), PLAIN, UNREACHED),
        arguments(request(after(nth(FRAGMENT, 1)), is(FRAGMENT)), PLAIN, HOLDS),
        arguments(request(after(nth(FRAGMENT, 1)), is(PING)), PLAIN, WRONG),
        arguments(request(after(nth(FRAGMENT, 3)), is(PING)), PLAIN, UNREACHED),
        arguments(request(after(completing()), is(CLOSE_SESSION)), PLAIN, HOLDS),
        arguments(
            request(Chosen.the(nth(FRAGMENT, 1), nth(FRAGMENT, 1)), new StartsAt(100)),
            PLAIN,
            HOLDS),
        arguments(
            request(Chosen.the(nth(FRAGMENT, 2), nth(FRAGMENT, 1)), new StartsAt(100)),
            PLAIN,
            UNREACHED),
        arguments(request(Chosen.the(completing(), null), new StartsAt(100)), PLAIN, HOLDS),
        arguments(request(Chosen.the(atOther(), null), is(FRAGMENT)), PLAIN, UNREACHED),
        // the trigger came and what is demanded did not
        arguments(request(after(nth(CLOSE_SESSION, 1)), is(PING)), PLAIN, WRONG),
        arguments(request(eachAfter(nth(CLOSE_SESSION, 1)), is(PING)), PLAIN, HOLDS),
        arguments(request(eachAfter(nth(FRAGMENT, 1)), is(FRAGMENT)), PLAIN, WRONG),
        arguments(request(eachAfter(nth(FRAGMENT, 9)), is(FRAGMENT)), PLAIN, UNREACHED));
  }

  private static Trigger atOther() {
    return new Trigger(Set.of(FRAGMENT), 1, 1, false, Trigger.Host.ALTERNATE);
  }

  private static CountIs fragments(int least, int most) {
    return new CountIs(every(FRAGMENT), least, most);
  }

  private static Chosen fragmentsAfter(Trigger trigger) {
    return new Chosen(Set.of(FRAGMENT), trigger, 1, Integer.MAX_VALUE, false);
  }

  static Stream<Arguments> counts() {
    return Stream.of(
        arguments(fragments(2, 2), PLAIN, HOLDS),
        arguments(fragments(3, Integer.MAX_VALUE), PLAIN, WRONG),
        arguments(fragments(0, 1), PLAIN, WRONG),
        arguments(new CountIs(fragmentsAfter(nth(FRAGMENT, 1)), 1, 1), PLAIN, HOLDS),
        arguments(new CountIs(fragmentsAfter(nth(CLOSE_SESSION, 1)), 0, 0), PLAIN, HOLDS),
        arguments(new CountIs(fragmentsAfter(nth(PING, 1)), 0, 0), PLAIN, UNREACHED));
  }

  private static SequenceIs sequence(String text) {
    StringBuilder pattern = new StringBuilder();
    for (String word : text.split(" ")) {
      String kind = word.replaceAll("[+?*]$", "");
      pattern
          .append(SequenceIs.letter(RequestKind.of(kind).orElseThrow()))
          .append(word.substring(kind.length()));
    }
    return new SequenceIs(text, Pattern.compile(pattern.toString()));
  }

  /** A request that is no packet, and then a right one. */
  private static Recording stranger() {
    return file(9).request(RequestKind.OTHER, "BITS_POST", "/").create().told(Outcome.FAILED);
  }

  static Stream<Arguments> sequences() {
    return Stream.of(
        arguments(sequence("create-session ping? fragment+ close-session"), PLAIN, HOLDS),
        arguments(sequence("create-session fragment close-session"), PLAIN, WRONG),
        arguments(sequence("create-session fragment+"), PLAIN, WRONG),
        arguments(sequence("create-session"), stranger(), HOLDS),
        arguments(sequence("other create-session"), stranger(), HOLDS),
        arguments(
            request(after(nth(RequestKind.OTHER, 1)), is(CREATE_SESSION)), stranger(), HOLDS));
  }

  private static OutcomeIs outcome(Outcome... outcomes) {
    return new OutcomeIs(Set.of(outcomes));
  }

  private static Recording failed(int status, long error, long context, String cause) {
    return plain().told(new Report(Outcome.FAILED, cause, status, error, context, ""));
  }

  static Stream<Arguments> reports() {
    Recording silent = plain().stopped("no outcome in 5 s").untold();
    Recording byHand = plain().tellsNothing().untold();
    Recording exitCode = plain().tellsNothing().told(Outcome.FAILED);
    ReportIs status = new ReportIs(403, -1, -1, null);
    ReportIs error = new ReportIs(0, 0x80070005L, -1, null);
    ReportIs context = new ReportIs(0, -1, 7, null);
    ReportIs cause = new ReportIs(0, -1, -1, "timeout");
    return Stream.of(
        arguments(outcome(Outcome.SUCCESS), PLAIN, HOLDS),
        arguments(outcome(Outcome.FAILED, Outcome.NONE), PLAIN, WRONG),
        arguments(outcome(Outcome.SUCCESS), silent, WRONG),
        arguments(outcome(Outcome.NONE), silent, HOLDS),
        arguments(outcome(Outcome.SUCCESS), byHand, UNKNOWN),
        arguments(outcome(Outcome.SUCCESS), plain().told(Outcome.UNKNOWN), UNKNOWN),
        arguments(outcome(Outcome.FAILED), exitCode, HOLDS),
        arguments(status, exitCode, UNKNOWN),
        arguments(status, failed(403, -1, -1, null), HOLDS),
        arguments(status, failed(404, -1, -1, null), WRONG),
        arguments(status, failed(0, -1, -1, null), WRONG),
        arguments(status, PLAIN, WRONG),
        arguments(status, silent, WRONG),
        arguments(error, failed(0, 0x80070005L, -1, null), HOLDS),
        arguments(error, failed(0, 0x80004005L, -1, null), WRONG),
        arguments(context, failed(0, -1, 7, null), HOLDS),
        arguments(context, failed(0, -1, -1, null), WRONG),
        arguments(cause, failed(0, -1, -1, "timeout"), HOLDS),
        arguments(cause, failed(0, -1, -1, null), HOLDS),
        arguments(cause, failed(0, -1, -1, "http"), WRONG));
  }

  @Test
  void theFailureBeforeASuccessIsTheOneThatWasReported() {
    RecordingBuilder resumed = plain();
    resumed.told(new Report(Outcome.FAILED, "transport", 0, -1, -1, ""));
    Recording recording = resumed.told(Outcome.SUCCESS);
    assertThat(fit(new ReportIs(0, -1, -1, "transport"), recording)).isEqualTo(Fit.HOLDS);
    assertThat(fit(outcome(Outcome.FAILED), recording).words())
        .isEqualTo("reported: failed, transport, then success");
  }

  static Stream<Arguments> files() {
    Recording nothing = file(300).create().told(Outcome.FAILED);
    Recording other = file(3).create().published("ABX").told(Outcome.SUCCESS);
    ReplyIs same = new ReplyIs(ReplyIs.Reply.SAME);
    ReplyIs some = new ReplyIs(ReplyIs.Reply.ANY);
    ReplyIs absent = new ReplyIs(ReplyIs.Reply.ABSENT);
    return Stream.of(
        arguments(new UploadedIs(true), PLAIN, HOLDS),
        arguments(new UploadedIs(true), nothing, WRONG),
        arguments(new UploadedIs(true), other, WRONG),
        arguments(new UploadedIs(false), nothing, HOLDS),
        arguments(new UploadedIs(false), PLAIN, WRONG),
        arguments(same, plain().reply("yes", "yes").told(Outcome.SUCCESS), HOLDS),
        arguments(same, plain().reply("yes", "no").told(Outcome.SUCCESS), WRONG),
        arguments(same, plain().reply("yes", null).told(Outcome.SUCCESS), WRONG),
        arguments(some, plain().reply("yes", "no").told(Outcome.SUCCESS), HOLDS),
        arguments(some, plain().reply("yes", "").told(Outcome.SUCCESS), WRONG),
        arguments(some, plain().reply("yes", null).told(Outcome.SUCCESS), WRONG),
        arguments(absent, plain().reply("yes", null).told(Outcome.SUCCESS), HOLDS),
        arguments(absent, plain().reply("yes", "").told(Outcome.SUCCESS), HOLDS),
        arguments(absent, plain().reply("yes", "y").told(Outcome.SUCCESS), WRONG));
  }

  private static GapIs gap(Integer least, Integer most) {
    return new GapIs(
        nth(CREATE_SESSION, 1),
        least == null ? null : Duration.ofMillis(least),
        most == null ? null : Duration.ofMillis(most));
  }

  static Stream<Arguments> times() {
    Recording second = file(9).create().at(0, 100).ping().at(600, 601).untold();
    Recording alone = file(9).create().untold();
    Recording never = file(9).ping().untold();
    RecordingBuilder early = file(300).create().fragment(0, 99).fragment(100, 199).overlapping();
    return Stream.of(
        arguments(gap(500, 500), second, HOLDS),
        arguments(gap(510, null), second, HOLDS),
        arguments(gap(600, null), second, WRONG),
        arguments(gap(null, 400), second, WRONG),
        arguments(gap(500, null), alone, HOLDS),
        arguments(gap(null, 500), alone, WRONG),
        arguments(gap(null, 500), never, UNREACHED),
        arguments(new OneAtATime(), PLAIN, HOLDS),
        arguments(new OneAtATime(), early.untold(), WRONG),
        arguments(new OneAtATime(), afterFault(WireFault.Kind.SILENCE, 0), HOLDS),
        arguments(new OneAtATime(), afterFault(WireFault.Kind.DELAY, 400), WRONG),
        arguments(new OneAtATime(), afterFault(WireFault.Kind.DELAY, 600), HOLDS),
        arguments(
            new OneAtATime(),
            file(9)
                .answerTimeout(500)
                .create()
                .at(0, 900)
                .ping()
                .at(600, 950)
                .overlapping()
                .untold(),
            HOLDS),
        arguments(
            new OneAtATime(),
            file(9).create().noAnswer(Ending.CLOSED).create().overlapping().untold(),
            HOLDS),
        arguments(new OneAtATime(), file(9).create().get().overlapping().untold(), HOLDS));
  }

  private static Recording afterFault(WireFault.Kind kind, long millis) {
    return file(300)
        .answerTimeout(500)
        .create()
        .fragment(0, 99)
        .wire(kind, millis)
        .ping()
        .overlapping()
        .untold();
  }

  @ParameterizedTest
  @MethodSource({"requests", "counts", "sequences", "reports", "files", "times"})
  void theClause(ClientClause clause, Recording recording, Fit.Kind kind) {
    Fit fit = fit(clause, recording);
    assertThat(fit).as(fit.words()).extracting(Fit::kind).isEqualTo(kind);
  }

  @Test
  void allRequestsThatAreWrongAreCounted() {
    Fit fit = fit(request(every(), is(CREATE_SESSION)), PLAIN);
    assertThat(fit.words())
        .isEqualTo("#2 FRAGMENT 0-99: where create-session was to come (and 2 more)");
    assertThat(fit.exchanges()).containsExactly(2, 3, 4);
  }

  @Test
  void aTriggerCountsTheRequestsToItsHost() {
    Recording recording =
        file(300).create().fragment(0, 99).alternateHost().fragment(100, 299).untold();
    Trigger original = new Trigger(Set.of(FRAGMENT), 1, 1, false, Trigger.Host.ORIGINAL);
    assertThat(Requests.of(recording).first(original)).hasValue(2);
    assertThat(Requests.of(recording).first(nth(FRAGMENT, 1))).hasValue(1);
  }
}
