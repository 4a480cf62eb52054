package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.HttpAnswer;
import org.bitstck.peers.HttpRequest;
import org.bitstck.peers.IisShapedServer;
import org.bitstck.peers.PlainServer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Servers that are right are told so. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectServersTest {

  @ParameterizedTest
  @EnumSource(names = {"INTEROP", "STRICT"})
  void aPlainServerIsConformant(Profile profile) {
    RunResult result = Runs.of(new PlainServer(), profile, Runs.PATIENT);

    assertThat(result.summary())
        .as(Runs.lines(result, f -> f.verdict().isBad() || f.verdict() == Verdict.WARN))
        .isEqualTo(Summary.CONFORMANT);
  }

  @ParameterizedTest
  @EnumSource(names = {"INTEROP", "WIN32"})
  void aServerLikeIisGetsWarningsAtMost(Profile profile) {
    RunResult result = Runs.of(new IisShapedServer(), profile, Runs.PATIENT);

    assertThat(result.summary())
        .as(Runs.bad(result))
        .isIn(Summary.CONFORMANT, Summary.CONFORMANT_WITH_WARNINGS);
  }

  @Test
  void nothingIsMissedBecauseNothingCouldBeLookedAt() {
    RunResult result = Runs.of(new PlainServer());

    assertThat(Runs.lines(result, f -> f.observed().contains("cannot be looked at"))).isBlank();
  }

  @Test
  void aServerThatShowsNothingIsToldHowToHaveItsFilesJudged() {
    PlainServer hiding =
        new PlainServer() {
          @Override
          protected HttpAnswer answer(HttpRequest request) {
            return request.method().equals("GET") ? new HttpAnswer(404) : super.answer(request);
          }
        };

    assertThat(Runs.of(hiding).notes())
        .singleElement(STRING)
        .contains("404", "declare 'read-back'");
  }
}
