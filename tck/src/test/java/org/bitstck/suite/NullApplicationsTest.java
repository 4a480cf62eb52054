package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.NullPeer;
import org.bitstck.requirement.Profile;
import org.bitstck.subject.Application;
import org.bitstck.subject.DeclaredReply;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** An application that does nothing proves nothing, whatever is declared of it. */
@Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
@Execution(ExecutionMode.CONCURRENT)
class NullApplicationsTest {

  @ParameterizedTest
  @EnumSource
  void passesNoMust(NullPeer.Kind kind) {
    for (DeclaredReply.Kind reply :
        new DeclaredReply.Kind[] {DeclaredReply.Kind.UNKNOWN, DeclaredReply.Kind.ECHO}) {
      try (NullPeer peer = new NullPeer(kind)) {
        peer.start();
        RunResult result =
            ApplicationRuns.of(
                Application.at(peer.url()).withReply(new DeclaredReply(reply, null)),
                Profile.INTEROP,
                kind.isSilent() ? Runs.SHORT : Runs.PATIENT);

        assertThat(result.summary()).isIn(Summary.INCOMPLETE, Summary.NOT_CONFORMANT);
        assertThat(result.isKitAtFault()).as(Runs.bad(result)).isFalse();
        assertThat(result.findings())
            .as(Runs.lines(result, finding -> finding.verdict() == Verdict.PASS))
            .filteredOn(finding -> finding.level().isMust())
            .isNotEmpty()
            .noneMatch(finding -> finding.verdict() == Verdict.PASS);
      }
    }
  }
}
