package org.bitstck.engine.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.exchange.Exchanges;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.play.Limits;
import org.bitstck.play.TestFile;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.ClientSettings;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerSettings;
import org.bitstck.scenario.client.Trigger;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Place;
import org.junit.jupiter.api.Test;

/** Preflight, plan and result of a run with a client; what is played is told by the test. */
class ClientRunTest {
  private static final Library LIBRARY = Library.bundled();

  /** A way to drive a client that nobody asks to start anything. */
  private static class Driver implements ClientDriver {
    volatile String gone;
    boolean driven = true;

    @Override
    public String name() {
      return "mine";
    }

    @Override
    public Set<String> capabilities() {
      return Set.of("cancel", "pause");
    }

    @Override
    public boolean isDriven() {
      return driven;
    }

    @Override
    public Upload start(UploadOrder order, Consumer<Report> outcomes) {
      throw new AssertionError("the test plays");
    }

    @Override
    public String gone() {
      return gone;
    }

    @Override
    public void close() {}
  }

  private final Driver driver = new Driver();

  private static ClientScenario scenario(String name, Set<String> needs, CallerAct... caller) {
    Expectation expectation =
        new Expectation(
            "BITS-CLI-CLOSE-001",
            List.of(
                new Legal(
                    List.of(new OutcomeIs(Set.of(Outcome.SUCCESS))),
                    "",
                    Set.of(Profile.values()),
                    false)),
            Place.nowhere());
    return new ClientScenario(
        "a/topic",
        name,
        "title",
        needs,
        Set.of(),
        new FileSpec(FileSpec.MAIN, 300, null),
        ClientSettings.USUAL,
        ServerSettings.USUAL,
        List.of(),
        List.of(caller),
        List.of(expectation),
        Place.nowhere());
  }

  private static Recording recording(
      ClientScenario scenario, Report report, boolean requests, boolean published) {
    TestFile file = new TestFile(scenario.file(), 1);
    Recorded request =
        new Recorded(
            Exchanges.answer(200), RequestKind.FRAGMENT, Trigger.Host.ORIGINAL, true, false, null);
    return new Recording(
        scenario,
        requests ? List.of(request) : List.of(),
        report == null ? List.of() : List.of(report),
        true,
        "/x",
        file,
        published ? file.bytes(0, file.size() - 1) : null,
        null,
        null,
        null,
        Duration.ZERO);
  }

  private static Recording good(ClientScenario scenario) {
    return recording(scenario, Report.of(Outcome.SUCCESS, ""), true, true);
  }

  private ClientRun run(ClientPlay play, Scenario... scenarios) {
    return new ClientRun(
        LIBRARY,
        List.of(scenarios),
        driver,
        "./mine {url} {file}",
        new RunOptions(Profile.INTEROP, new Selection(List.of(), List.of()), 2, Limits.DEFAULT),
        List.of(),
        play);
  }

  private static List<Verdict> verdicts(RunResult result) {
    return result.findings().stream().map(Finding::verdict).toList();
  }

  @Test
  void aGoodClientPassesAndIsNamed() throws Exception {
    RunResult result = run((s, patience) -> good(s), scenario("a", Set.of())).run(List.of());

    assertThat(verdicts(result)).containsExactly(Verdict.PASS);
    assertThat(result.summary()).isEqualTo(RunResult.Summary.CONFORMANT);
    assertThat(result.subject().role()).isEqualTo(Role.CLIENT);
    assertThat(result.subject().where()).isEqualTo("driven by ./mine {url} {file}");
    assertThat(result.tally().total()).isEqualTo(LIBRARY.catalogue().of(Peer.CLIENT).size());
  }

  @Test
  void whatIsNotDeclaredIsNotApplicable() throws Exception {
    RunResult result =
        run(
                (s, patience) -> good(s),
                scenario("declared", Set.of("pause")),
                scenario("not-declared", Set.of("reply")),
                scenario(
                    "cancel-of-what-stopped",
                    Set.of("cancel"),
                    new CallerAct(Place.nowhere(), CallerAct.Kind.CANCEL, null, false)))
            .run(List.of());

    assertThat(verdicts(result))
        .containsExactly(Verdict.PASS, Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE);
    assertThat(result.played()).isEqualTo(1);
    assertThat(result.findings().get(1).observed()).contains("'reply' is not declared");
  }

  @Test
  void aClientThatManagesNoPlainUploadProvesNothing() throws Exception {
    AtomicInteger played = new AtomicInteger();
    RunResult result =
        run(
                (s, patience) -> {
                  played.incrementAndGet();
                  return recording(s, Report.of(Outcome.FAILED, "exit code 1"), true, false);
                },
                scenario("a", Set.of()))
            .run(List.of());

    assertThat(played).hasValue(1);
    assertThat(verdicts(result)).containsExactly(Verdict.BLOCKED);
    assertThat(result.summary()).isEqualTo(RunResult.Summary.INCOMPLETE);
    assertThat(result.incomplete())
        .hasValueSatisfying(
            why ->
                assertThat(why)
                    .contains(
                        "did not manage one plain upload",
                        "nothing was published: it told failed (exit code 1); the requests were"
                            + " fragment"));
  }

  @Test
  void aClientThatSendsNothingIsNotThere() {
    ClientRun run =
        run(
            (s, patience) -> recording(s, Report.of(Outcome.FAILED, "exit code 127"), false, false),
            scenario("a", Set.of()));
    assertThatThrownBy(() -> run.run(List.of()))
        .isInstanceOf(SubjectUnreachable.class)
        .hasMessageContaining("nothing of the client came")
        .hasMessageContaining("exit code 127");
  }

  @Test
  void aDriverThatDiesEndsTheRun() throws Exception {
    AtomicInteger played = new AtomicInteger();
    RunResult result =
        run(
                (s, patience) -> {
                  if (played.incrementAndGet() == 1) {
                    return good(s);
                  }
                  driver.gone = "the driver ended with exit code 9";
                  return recording(s, Report.of(Outcome.NONE, driver.gone), true, false);
                },
                scenario("a", Set.of()),
                scenario("b", Set.of()),
                scenario("c", Set.of()))
            .run(List.of());

    assertThat(verdicts(result)).containsOnly(Verdict.SUBJECT_ERROR).hasSize(3);
    assertThat(result.findings().get(0).observed()).isEqualTo(driver.gone);
    assertThat(result.summary()).isEqualTo(RunResult.Summary.NOT_CONFORMANT);
  }

  @Test
  void aClientThatSendsNothingAnyMoreEndsTheRun() throws Exception {
    AtomicInteger played = new AtomicInteger();
    List<Scenario> scenarios = new ArrayList<>();
    for (int i = 0; i < 30; i++) {
      scenarios.add(scenario("s" + i, Set.of()));
    }
    RunResult result =
        run(
                (s, patience) ->
                    played.incrementAndGet() == 1
                        ? good(s)
                        : recording(s, Report.of(Outcome.FAILED, "broken"), false, false),
                scenarios.toArray(Scenario[]::new))
            .run(List.of());

    assertThat(verdicts(result)).contains(Verdict.SUBJECT_ERROR);
    assertThat(result.findings()).anyMatch(f -> f.observed().contains("sends nothing any more"));
  }

  @Test
  void byHandWhatNobodySentIsNotApplicableAndTheRunIncomplete() throws Exception {
    driver.driven = false;
    Report unknown = Report.of(Outcome.UNKNOWN, "nobody sent anything");
    RunResult result =
        run(
                (s, patience) -> recording(s, unknown, s.name().equals("sent"), true),
                scenario("sent", Set.of()),
                scenario("not-sent", Set.of()))
            .run(List.of());

    assertThat(verdicts(result)).containsExactly(Verdict.NOT_APPLICABLE, Verdict.NOT_APPLICABLE);
    assertThat(result.findings().get(1).observed()).contains("nobody sent anything");
    assertThat(result.summary()).isEqualTo(RunResult.Summary.INCOMPLETE);
    assertThat(result.incomplete())
        .hasValue("Nobody sent anything to the URLs of 1 of 2 scenarios.");
    assertThat(result.played()).isEqualTo(1);
  }
}
