package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.NullPeer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A peer that does nothing proves nothing. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class NullPeersTest {

  @ParameterizedTest
  @EnumSource
  void passesNoMust(NullPeer.Kind kind) {
    RunResult result =
        Runs.of(new NullPeer(kind), Profile.INTEROP, kind.isSilent() ? Runs.SHORT : Runs.PATIENT);

    assertThat(result.summary()).isIn(Summary.INCOMPLETE, Summary.NOT_CONFORMANT);
    assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
    assertThat(result.findings())
        .filteredOn(finding -> finding.level().isMust())
        .isNotEmpty()
        .noneMatch(finding -> finding.verdict() == Verdict.PASS);
  }
}
