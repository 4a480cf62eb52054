package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bitstck.clients.wrong.WrongClient;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A client with one fault is blamed for it, and for nothing else. */
@Tag("waits")
@Execution(ExecutionMode.CONCURRENT)
class WrongClientsTest {

  static List<WrongClient> clients() {
    return WrongClient.all();
  }

  @ParameterizedTest
  @MethodSource("clients")
  void isBlamedForItsFaultOnly(WrongClient client) {
    RunResult result = ClientRuns.of(client.make().get());

    Set<String> failures = Runs.requirements(result, Verdict.FAIL);
    assertThat(failures)
        .as(client.failures() + Runs.bad(result))
        .isEqualTo(client.failures().keySet());
    assertThat(Runs.requirements(result, Verdict.WARN)).containsAll(client.warnings());
    assertThat(result.summary() == Summary.INCOMPLETE).isEqualTo(client.helpless());
    assertThat(result.isKitAtFault()).isFalse();
  }
}
