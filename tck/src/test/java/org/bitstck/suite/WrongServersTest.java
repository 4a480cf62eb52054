package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.wrong.WrongServer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A server with one fault is blamed for it, and for nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class WrongServersTest {

  static List<WrongServer> servers() {
    return WrongServer.all();
  }

  @ParameterizedTest
  @MethodSource("servers")
  void isBlamedForItsFaultOnly(WrongServer server) {
    RunResult result =
        Runs.of(server.make().get(), Profile.INTEROP, server.silent() ? Runs.SHORT : Runs.PATIENT);

    Set<String> failures = Runs.requirements(result, Verdict.FAIL);
    assertThat(failures)
        .as(server.failures() + Runs.bad(result))
        .isEqualTo(server.failures().keySet());
    assertThat(Runs.requirements(result, Verdict.WARN)).containsAll(server.warnings());
    assertThat(result.isKitAtFault()).isFalse();
  }
}
