package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.engine.RunResult;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.FiveFaults;
import org.junit.jupiter.api.Test;

/** Of five faults five are found, and no sixth. */
class FiveFaultsTest {

  @Test
  void fiveFaultsAreFiveFailures() {
    RunResult result = Runs.of(new FiveFaults());

    assertThat(Runs.requirements(result, Verdict.FAIL))
        .as(Runs.bad(result))
        .containsExactlyInAnyOrder(
            "BITS-SRV-ACK-004",
            "BITS-SRV-CLOSE-003",
            "BITS-SRV-ERR-007",
            "BITS-SRV-ERR-013",
            "BITS-SRV-ERR-014");
  }
}
