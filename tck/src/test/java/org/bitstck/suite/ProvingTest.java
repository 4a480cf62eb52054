package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.peers.FiveFaults;
import org.bitstck.peers.PlainServer;
import org.bitstck.prove.Accusation;
import org.bitstck.prove.Bench;
import org.bitstck.prove.Defect;
import org.bitstck.prove.Prover;
import org.bitstck.prove.Trial;
import org.bitstck.prove.Trial.Fate;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.Test;

/** The whole suite before servers of which it is known what is wrong with them. */
class ProvingTest {
  /** Of the five, this one is broken in one scenario only. */
  private static final String OWN = "BITS-SRV-CLOSE-003";

  private static final List<String> OTHERS =
      List.of("BITS-SRV-ACK-004", "BITS-SRV-ERR-007", "BITS-SRV-ERR-013", "BITS-SRV-ERR-014");

  private static final Defect FIVE = defect(OWN + "/five", OWN, "BITS-SRV-ACK-004");
  private static final Defect NONE = defect(OWN + "/none", OWN);

  private static Defect defect(String id, String requirement, String... follows) {
    return new Defect(id, requirement, Peer.SERVER, "", Set.of(follows), "", Profile.INTEROP);
  }

  /** Servers of this test tree. */
  private record Servers(Selection selection) implements Bench {
    private static final Map<String, Supplier<PlainServer>> WRONG =
        Map.of(FIVE.id(), FiveFaults::new, NONE.id(), PlainServer::new);

    @Override
    public Peer peer() {
      return Peer.SERVER;
    }

    @Override
    public RunResult play(Profile profile, Defect defect) {
      return Runs.of(defect == null ? new PlainServer() : WRONG.get(defect.id()).get(), selection);
    }

    @Override
    public void close() {
      // each run closes its server
    }
  }

  private static Map<Defect, Trial> prove(Selection selection, Defect... defects)
      throws InterruptedException {
    Prover.Outcome outcome =
        new Prover(List.of(new Servers(selection)), 2, new Prover.Listener() {})
            .play(List.of(defects));
    assertThat(outcome.controls()).singleElement().matches(control -> control.isClean());
    return outcome.trials().stream().collect(Collectors.toMap(Trial::defect, trial -> trial));
  }

  @Test
  void eachGetsWhatIsSaidOfIt() throws Exception {
    Map<Defect, Trial> trials = prove(new Selection(List.of(), List.of()), FIVE, NONE);

    Trial five = trials.get(FIVE);
    assertThat(five.fate()).isEqualTo(Fate.OWN);
    assertThat(five.own().checks()).allMatch(Accusation.Check::namesTheCause);
    assertThat(five.following())
        .extracting(Accusation::requirement)
        .containsExactly("BITS-SRV-ACK-004");
    assertThat(five.extras())
        .extracting(Accusation::requirement)
        .containsExactlyElementsOf(OTHERS.subList(1, OTHERS.size()));
    assertThat(trials.get(NONE).fate()).isEqualTo(Fate.SURVIVED);
    assertThat(trials.get(NONE).all()).isEmpty();
  }

  /** A scenario that was deleted, or that checks nothing any more. */
  @Test
  void aHoleInTheSuiteShows() throws Exception {
    Selection without = new Selection(List.of(), List.of(OWN));

    assertThat(prove(without, FIVE).get(FIVE).fate()).isEqualTo(Fate.OTHERS);
  }
}
