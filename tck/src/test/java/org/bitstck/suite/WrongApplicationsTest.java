package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.applications.PlainApplication;
import org.bitstck.applications.wrong.WrongApplication;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Application;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** An application with one fault is blamed for it, and for nothing else. */
@Execution(ExecutionMode.CONCURRENT)
class WrongApplicationsTest {

  static List<WrongApplication> applications() {
    return WrongApplication.all();
  }

  @ParameterizedTest
  @MethodSource("applications")
  void isBlamedForItsFaultOnly(WrongApplication wrong) {
    try (PlainApplication application = wrong.make().get()) {
      application.start();
      RunResult result =
          ApplicationRuns.of(
              application.notified(),
              application.journal(),
              Profile.INTEROP,
              wrong.warnings().contains("BITS-APP-TIMER-001")
                  ? Duration.ofSeconds(1)
                  : Application.LIMIT);

      assertThat(Runs.requirements(result, Verdict.FAIL))
          .as(Runs.bad(result))
          .isEqualTo(wrong.failures());
      assertThat(Runs.requirements(result, Verdict.WARN))
          .as(Runs.lines(result, finding -> finding.verdict() == Verdict.WARN))
          .isEqualTo(wrong.warnings());
      assertThat(result.isKitAtFault()).isFalse();
    }
  }

  @Test
  void everyRequirementHasOne() {
    Set<String> broken = new TreeSet<>();
    for (WrongApplication wrong : WrongApplication.all()) {
      broken.addAll(wrong.failures());
      broken.addAll(wrong.warnings());
    }
    assertThat(broken)
        .containsExactlyInAnyOrderElementsOf(
            Library.bundled().catalogue().of(Peer.APPLICATION).stream()
                .map(Requirement::id)
                .toList());
  }
}
