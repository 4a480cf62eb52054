package org.bitstck.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.prove.Proofs.GAP;
import static org.bitstck.prove.Proofs.PING;
import static org.bitstck.prove.Proofs.PING_ID;
import static org.bitstck.prove.Proofs.defect;
import static org.bitstck.prove.Proofs.heard;
import static org.bitstck.prove.Proofs.trial;

import java.util.List;
import org.bitstck.judge.Verdict;
import org.bitstck.prove.Accusation.Check;
import org.bitstck.prove.Trial.Fate;
import org.bitstck.requirement.Level;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What becomes of a defect. */
class TrialTest {

  @ParameterizedTest
  @CsvSource({
    "FAIL,OWN",
    "WARN,OWN",
    "PASS,SURVIVED",
    "BLOCKED,SURVIVED",
    "NOT_APPLICABLE,SURVIVED"
  })
  void onlyItsOwnRequirementKillsIt(Verdict verdict, Fate fate) {
    assertThat(trial(defect(GAP), GAP, verdict).fate()).isEqualTo(fate);
  }

  @Test
  void anotherRequirementIsNotItsOwn() {
    Trial trial = trial(defect(GAP), GAP, Verdict.PASS, PING, Verdict.FAIL);

    assertThat(trial.fate()).isEqualTo(Fate.OTHERS);
    assertThat(trial.extras()).extracting(Accusation::requirement).containsExactly(PING);
  }

  @Test
  void whatFollowsIsNotOneTooMany() {
    Trial trial =
        trial(defect(GAP, PING), GAP, Verdict.FAIL, PING, Verdict.FAIL, PING_ID, Verdict.WARN);

    assertThat(trial.following()).extracting(Accusation::requirement).containsExactly(PING);
    assertThat(trial.extras()).extracting(Accusation::requirement).containsExactly(PING_ID);
  }

  @Test
  void whatIsSaidOfARightPeerIsNoMeritOfTheDefect() {
    Trial trial = Trial.of(defect(GAP), heard(GAP, Verdict.INFO), heard(GAP, Verdict.INFO));

    assertThat(trial.fate()).isEqualTo(Fate.SURVIVED);
  }

  @Test
  void aNoteIsEnoughForWhatIsOnlyNotedAndNeverOneTooMany() {
    Trial trial = trial(defect(GAP), GAP, Verdict.INFO, PING, Verdict.INFO);

    assertThat(trial.fate()).isEqualTo(Fate.OWN);
    assertThat(trial.extras()).isEmpty();
  }

  @Test
  void anErrorOfTheKitIsAProblemWhateverElseItSays() {
    Trial trial = trial(defect(GAP), GAP, Verdict.FAIL, PING, Verdict.KIT_ERROR);

    assertThat(trial.problem()).contains("the kit failed", PING);
    assertThat(Proofs.of(trial).isKitAtFault()).isTrue();
  }

  @Test
  void whatCameOnlyOnceIsToldAndNotHeldAgainstAnybody() {
    Trial first = trial(defect(GAP), GAP, Verdict.FAIL, PING, Verdict.FAIL, PING_ID, Verdict.WARN);
    Trial second = trial(defect(GAP), GAP, Verdict.FAIL, PING, Verdict.FAIL);

    Trial both = first.again(second);

    assertThat(both.fate()).isEqualTo(Fate.OWN);
    assertThat(both.extras()).extracting(Accusation::requirement).containsExactly(PING);
    assertThat(both.unsteady()).containsExactly(PING_ID);
  }

  @Test
  void aSecondRunMakesUpForOneThatCouldNotBePlayed() {
    Trial none = Trial.unplayed(defect(GAP), "no");
    Trial own = trial(defect(GAP), GAP, Verdict.FAIL);

    assertThat(none.again(own)).isEqualTo(own);
    assertThat(own.again(none)).isEqualTo(own);
    assertThat(none.again(none).problem()).isEqualTo("no");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "status 200|400 Bad Request|true",
        "''|400 Bad Request|false",
        "status 200|''|false",
        "status 200|status 200|false",
        "status 200|java.io.IOException: no|false"
      })
  void aCauseIsNamedByWhatWasLegalAndWhatCame(String expected, String observed, boolean named) {
    Check check = new Check("topic/scenario", expected, observed);
    Trial trial =
        new Trial(
            defect(GAP),
            new Accusation(GAP, Level.MUST, Verdict.FAIL, List.of(check)),
            List.of(),
            List.of(),
            0,
            List.of(),
            null,
            0);

    assertThat(trial.nameless()).hasSize(named ? 0 : 1);
  }
}
