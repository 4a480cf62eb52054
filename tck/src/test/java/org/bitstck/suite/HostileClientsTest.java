package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.clients.HostileClient;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever a client does, the run ends and says so. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@Tag("waits")
@Execution(ExecutionMode.CONCURRENT)
class HostileClientsTest {

  @ParameterizedTest
  @EnumSource
  void theRunEndsWithFindings(HostileClient client) {
    RunResult result;
    try {
      result = ClientRuns.run(client.make(), Profile.INTEROP, Runs.SHORT);
    } catch (SubjectUnreachable e) {
      // a client that nothing can be heard of is told apart from one that is wrong
      assertThat(e.getMessage()).doesNotContain("Exception");
      return;
    }
    assertThat(result.summary()).isIn(Summary.INCOMPLETE, Summary.NOT_CONFORMANT);
    assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
    assertThat(result.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
        .allMatch(finding -> !finding.observed().contains("Exception"));
  }

  @ParameterizedTest
  @EnumSource
  void andIfItBeginsWell(HostileClient client) {
    RunResult result = ClientRuns.of(client.makeRightAtFirst(), Profile.INTEROP, Runs.SHORT);

    assertThat(result.summary()).isEqualTo(Summary.NOT_CONFORMANT);
    assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
  }
}
