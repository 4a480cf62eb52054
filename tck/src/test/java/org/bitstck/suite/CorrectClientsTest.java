package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.bitstck.clients.PlainClient;
import org.bitstck.clients.PlainUpload;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Clients that are right are told so. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectClientsTest {

  @ParameterizedTest
  @EnumSource
  void aPlainClientIsConformant(Profile profile) {
    RunResult result = ClientRuns.withWireMock(new PlainClient(), profile);

    assertThat(result.summary())
        .as(Runs.lines(result, f -> f.verdict().isBad() || f.verdict() == Verdict.WARN))
        .isEqualTo(Summary.CONFORMANT);
  }

  @ParameterizedTest
  @EnumSource
  void whatItDoesNotDeclareIsNotAskedFor(Profile profile) {
    PlainClient modest = new PlainClient(PlainUpload::new, Set.of());

    RunResult result = ClientRuns.withWireMock(modest, profile);

    assertThat(result.summary())
        .as(Runs.lines(result, f -> f.verdict().isBad() || f.verdict() == Verdict.WARN))
        .isEqualTo(Summary.CONFORMANT);
    assertThat(Runs.requirements(result, Verdict.NOT_APPLICABLE)).isNotEmpty();
  }
}
