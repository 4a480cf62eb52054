package org.bitstck.prove;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.prove.Proofs.GAP;
import static org.bitstck.prove.Proofs.PING;
import static org.bitstck.prove.Proofs.PING_ID;
import static org.bitstck.prove.Proofs.defect;
import static org.bitstck.prove.Proofs.trial;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.bitstck.judge.Verdict;
import org.bitstck.prove.Row.State;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Testable;
import org.junit.jupiter.api.Test;

/** What a proof says as a whole. */
class ProofTest {

  @Test
  void isOneWhereEachRequirementKillsADefectOfItsOwn() {
    assertThat(Proofs.good().shortcomings()).isEmpty();
    assertThat(Proofs.good().shoulds()).isEqualTo(100);
  }

  @Test
  void namesEveryShortcoming() {
    assertThat(Proofs.bad().shortcomings())
        .satisfiesExactly(
            musts -> assertThat(musts).startsWith("1 MUST without a defect"),
            shoulds -> assertThat(shoulds).contains("more than 5 % of them"),
            missed ->
                assertThat(missed)
                    .isEqualTo("2 defects killed by other requirements only, or by none"),
            played -> assertThat(played).isEqualTo("1 defect could not be played to the end"),
            extras -> assertThat(extras).startsWith("2 defects accused of more"));
  }

  @Test
  void theBestOfARequirementsDefectsCounts() {
    Proof proof = Proofs.of(trial(defect(GAP)), trial(defect(GAP), GAP, Verdict.FAIL));

    assertThat(row(proof, GAP).state()).isEqualTo(State.OWN);
    assertThat(row(proof, PING).state()).isEqualTo(State.NO_DEFECT);
    assertThat(proof.holes(Level::isMust))
        .extracting(r -> r.requirement().id())
        .containsExactly(PING);
    assertThat(proof.shortcomings())
        .contains("1 defect killed by other requirements only, or by none");
  }

  @Test
  void aPeerWithoutADefectHasToPass() {
    Control accused =
        new Control("server", Peer.SERVER, Profile.INTEROP, Proofs.heard(PING, Verdict.WARN), null);
    Control dead = new Control("server", Peer.SERVER, Profile.STRICT, null, "it does not start");

    assertThat(Proofs.of(accused).shortcomings().get(0))
        .isEqualTo("the server without a defect does not pass in the profile interop");
    assertThat(Proofs.of(dead).shortcomings().get(0)).endsWith("in the profile strict");
    assertThat(Proofs.of(dead).isKitAtFault()).isFalse();
  }

  @Test
  void allRequirementsHaveAPlaceAndThoseNobodyCanSeeAReason() {
    Proof whole =
        Proof.of(
            new Prover.Outcome(List.of(Proofs.control()), List.of()),
            Proofs.CATALOGUE,
            Set.of(Peer.values()),
            id -> true,
            true,
            Instant.now(),
            Duration.ZERO);

    assertThat(whole.rows()).hasSize(Proofs.CATALOGUE.all().size());
    assertThat(whole.rows())
        .filteredOn(row -> row.requirement().testable() == Testable.NO)
        .isNotEmpty()
        .allMatch(row -> row.state() == State.NOT_REACHABLE && !row.reason().isBlank());
    assertThat(whole.counts().stream().mapToInt(Proof.Count::total).sum())
        .isEqualTo(whole.rows().stream().filter(row -> row.peer() != null).count());
  }

  @Test
  void aDefectOfOneProfileIsHeldAgainstItsLevelThere() {
    Defect strict =
        new Defect(PING_ID + "/strict", PING_ID, Peer.SERVER, "It.", Set.of(), "", Profile.STRICT);
    Proof proof = Proofs.of(trial(strict, PING_ID, Verdict.WARN));

    assertThat(row(proof, PING_ID).level())
        .isEqualTo(Proofs.CATALOGUE.find(PING_ID).orElseThrow().level(Profile.STRICT));
  }

  private static Row row(Proof proof, String id) {
    return proof.rows().stream()
        .filter(row -> row.requirement().id().equals(id))
        .findFirst()
        .orElseThrow();
  }
}
