package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.notify.NotificationFaults;
import org.bitstck.peers.notify.NotifyingServer;
import org.bitstck.peers.notify.WrongNotifier;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Servers that notify an application: one that is right is told so, others are told what not. */
@Execution(ExecutionMode.CONCURRENT)
class NotifyingServersTest {
  private static final List<String> TOPICS = List.of("notify", "reply");

  @TempDir Path shared;

  static List<WrongNotifier> wrong() {
    return NotificationFaults.all();
  }

  @ParameterizedTest
  @EnumSource(names = {"INTEROP", "STRICT"})
  void aCorrectServerIsConformant(Profile profile) {
    RunResult result =
        Runs.ofNotifying(new NotifyingServer(), shared, profile, Runs.PATIENT, List.of());

    assertThat(result.summary())
        .as(Runs.lines(result, f -> f.verdict().isBad() || f.verdict() == Verdict.WARN))
        .isIn(Summary.CONFORMANT, Summary.CONFORMANT_WITH_WARNINGS);
    assertThat(Runs.lines(result, f -> f.verdict() == Verdict.WARN)).isBlank();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void isBlamedForItsFaultOnly(WrongNotifier server) {
    RunResult result =
        Runs.ofNotifying(
            server.make().get(),
            shared,
            server.profile(),
            server.silent() ? Runs.SHORT.multipliedBy(2) : Runs.PATIENT,
            TOPICS);

    assertThat(Runs.requirements(result, Verdict.FAIL))
        .as(server.failures() + Runs.bad(result))
        .isEqualTo(server.failures().keySet());
    assertThat(Runs.requirements(result, Verdict.WARN))
        .as(Runs.lines(result, f -> f.verdict() == Verdict.WARN))
        .isEqualTo(server.warnings());
    assertThat(result.isKitAtFault()).isFalse();
  }

  @Test
  void aRunAgainstAServerThatNotifiesNobodyLeavesNotificationsOut() {
    RunResult result = Runs.of(new org.bitstck.peers.PlainServer());

    assertThat(result.findings())
        .filteredOn(f -> f.requirement().id().startsWith("BITS-NOTIFY-"))
        .isNotEmpty()
        .allMatch(f -> f.verdict() == Verdict.NOT_APPLICABLE);
  }
}
