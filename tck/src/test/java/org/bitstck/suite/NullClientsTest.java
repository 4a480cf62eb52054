package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.clients.NullClient;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A client that does nothing proves nothing. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class NullClientsTest {

  @ParameterizedTest
  @EnumSource
  void passesNoMust(NullClient client) {
    RunResult result;
    try {
      result = ClientRuns.run(client.make(), Profile.INTEROP, Runs.SHORT);
    } catch (SubjectUnreachable e) {
      assertThat(client.isDumb()).as(e.getMessage()).isTrue();
      return;
    }
    assertThat(client.isDumb()).isFalse();
    assertThat(result.summary()).isIn(Summary.INCOMPLETE, Summary.NOT_CONFORMANT);
    assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
    assertThat(result.findings())
        .filteredOn(finding -> finding.level().isMust())
        .isNotEmpty()
        .noneMatch(finding -> finding.verdict() == Verdict.PASS);
  }

  @ParameterizedTest
  @EnumSource
  void oneUploadAtTheStartIsNotEnough(NullClient client) {
    RunResult result = ClientRuns.of(client.makeRightAtFirst(), Profile.INTEROP, Runs.SHORT);

    assertThat(result.summary()).isEqualTo(Summary.NOT_CONFORMANT);
    assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
  }
}
