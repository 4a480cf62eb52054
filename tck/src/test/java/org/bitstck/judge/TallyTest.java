package org.bitstck.judge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Testable;
import org.bitstck.scenario.library.Library;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class TallyTest {
  private static final List<Requirement> ALL = Library.bundled().catalogue().of(Peer.SERVER);

  @RepeatedTest(20)
  void theCountsAddUpToTheDenominator(RepetitionInfo repetition) {
    Random random = new Random(repetition.getCurrentRepetition());
    List<Finding> findings = new ArrayList<>();
    for (int i = 0; i < 300; i++) {
      findings.add(
          Findings.of(
              ALL.get(random.nextInt(ALL.size())),
              Verdict.values()[random.nextInt(Verdict.values().length)]));
    }
    assertThat(sum(new Tally(ALL, findings))).isEqualTo(ALL.size());
  }

  @Test
  void nothingFoundIsNothingExercised() {
    Tally tally = new Tally(ALL, List.of());
    assertThat(sum(tally)).isEqualTo(ALL.size());
    assertThat(tally.notTestable())
        .isEqualTo(ALL.stream().filter(r -> r.testable() == Testable.NO).count());
  }

  @Test
  void theWorstOfARequirementCounts() {
    Requirement one = ALL.get(0);
    Tally tally =
        new Tally(
            ALL,
            List.of(
                Findings.of(one, Verdict.PASS),
                Findings.of(one, Verdict.FAIL),
                Findings.of(one, Verdict.NOT_APPLICABLE)));
    assertThat(tally.verdict(one)).hasValue(Verdict.FAIL);
    assertThat(tally.count(Verdict.PASS)).isZero();
  }

  @Test
  void aFindingOfAnotherRoleIsNotCounted() {
    Requirement other =
        Library.bundled().catalogue().all().stream()
            .filter(r -> !ALL.contains(r))
            .findFirst()
            .get();
    Tally tally = new Tally(ALL, List.of(Findings.of(other, Verdict.FAIL)));
    assertThat(tally.count(Verdict.FAIL)).isZero();
    assertThat(sum(tally)).isEqualTo(ALL.size());
  }

  private static int sum(Tally tally) {
    return tally.count(Verdict.PASS)
        + tally.count(Verdict.FAIL)
        + tally.count(Verdict.WARN)
        + tally.count(Verdict.INFO)
        + tally.blocked()
        + tally.count(Verdict.NOT_APPLICABLE)
        + tally.notTestable()
        + tally.notExercised();
  }
}
