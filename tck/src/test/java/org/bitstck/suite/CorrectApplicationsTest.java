package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import org.bitstck.applications.FieldApplication;
import org.bitstck.applications.PlainApplication;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.RunResult.Summary;
import org.bitstck.judge.Verdict;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;
import org.bitstck.subject.Application;
import org.bitstck.subject.DeclaredReply;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What is right is called so, and what is usual is not called wrong. */
@Execution(ExecutionMode.CONCURRENT)
class CorrectApplicationsTest {

  @ParameterizedTest
  @EnumSource
  void aRightOnePassesEverything(Profile profile) {
    try (PlainApplication application = new PlainApplication()) {
      application.start();
      RunResult result =
          ApplicationRuns.of(
              application.notified(), application.journal(), profile, Application.LIMIT);

      assertThat(result.findings())
          .as(Runs.lines(result, finding -> finding.verdict() != Verdict.PASS))
          .allMatch(finding -> finding.verdict() == Verdict.PASS);
      assertThat(result.summary()).isEqualTo(Summary.CONFORMANT);
      assertThat(result.tally().count(Verdict.PASS)).isEqualTo(12);
    }
  }

  /** Nothing but its URL is known: what cannot be judged is not. */
  @Test
  void aRightOneThatDeclaresNothingFailsNothing() {
    try (PlainApplication application = new PlainApplication()) {
      application.start();
      RunResult result =
          ApplicationRuns.of(
              Application.at(application.notified()), Profile.INTEROP, Limits.DEFAULT.answer());

      assertThat(result.summary()).as(Runs.bad(result)).isEqualTo(Summary.CONFORMANT);
      assertThat(result.notes()).isEmpty();
      assertThat(Runs.requirements(result, Verdict.PASS))
          .contains("BITS-APP-REQUEST-001", "BITS-APP-RESPONSE-007");
      assertThat(Runs.requirements(result, Verdict.NOT_APPLICABLE))
          .contains("BITS-APP-REQUEST-003", "BITS-APP-RESPONSE-002", "BITS-APP-RESPONSE-003");
    }
  }

  @Test
  void oneOfTheFieldHasWarningsAtMost() {
    try (FieldApplication application = new FieldApplication()) {
      RunResult result =
          ApplicationRuns.of(
              Application.at(application.notified())
                  .withReply(new DeclaredReply(DeclaredReply.Kind.ECHO, null)),
              Profile.INTEROP,
              Limits.DEFAULT.answer());

      assertThat(result.summary()).as(Runs.bad(result)).isEqualTo(Summary.CONFORMANT_WITH_WARNINGS);
      assertThat(Runs.requirements(result, Verdict.WARN))
          .containsExactlyInAnyOrder(
              "BITS-APP-REQUEST-001", "BITS-APP-REQUEST-002", "BITS-APP-RESPONSE-001");
    }
  }
}
