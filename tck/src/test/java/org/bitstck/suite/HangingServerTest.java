package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.HangingServer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;

/** Hundreds of waits in vain overlap, and each is a finding. */
class HangingServerTest {

  @Test
  @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
  void theRunEndsAndSaysWhatHangs() {
    RunResult result = Runs.of(new HangingServer(), Profile.INTEROP, Duration.ofMillis(300));

    assertThat(result.summary()).isEqualTo(Summary.NOT_CONFORMANT);
    assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
    assertThat(Runs.requirements(result, Verdict.FAIL))
        .contains("BITS-SRV-CLOSE-001", "BITS-SRV-CANCEL-001", "BITS-SRV-ERR-001");
    assertThat(result.findings())
        .filteredOn(finding -> finding.verdict() == Verdict.FAIL)
        .allMatch(finding -> !finding.observed().contains("Exception"));
  }
}
