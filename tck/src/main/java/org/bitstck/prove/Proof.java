package org.bitstck.prove;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.bitstck.judge.Verdict;
import org.bitstck.prove.Row.State;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Testable;

/**
 * What the suite is worth: which defects it kills, and by what.
 *
 * @param rows the requirements, sorted by id
 * @param scenarios played against each peer without a defect, by peer
 * @param whole whether all defects and scenarios were taken
 */
public record Proof(
    List<Control> controls,
    List<Row> rows,
    Map<Peer, Integer> scenarios,
    boolean whole,
    Instant startedAt,
    Duration duration) {

  /** The part of the SHOULDs whose own requirement has to kill a defect, in percent. */
  public static final int SHOULDS = 95;

  private static final Set<Trial.Fate> MISSED = EnumSet.of(Trial.Fate.OTHERS, Trial.Fate.SURVIVED);

  /** How many requirements of a level are in which state. */
  public record Count(Peer peer, String level, Map<State, Integer> states) {
    public int total() {
      return states.values().stream().mapToInt(i -> i).sum();
    }

    public int of(State state) {
      return states.getOrDefault(state, 0);
    }

    /** Those of which a defect can be thought. */
    public int reachable() {
      return total() - of(State.NOT_REACHABLE);
    }
  }

  /**
   * @param selected requirements that the proof is about
   */
  public static Proof of(
      Prover.Outcome outcome,
      Catalogue catalogue,
      Set<Peer> peers,
      Predicate<String> selected,
      boolean whole,
      Instant startedAt,
      Duration duration) {
    List<Row> rows = new ArrayList<>();
    for (Requirement requirement : catalogue.all()) {
      Optional<Peer> peer =
          Stream.of(Peer.values()).filter(p -> p.plays(requirement.role())).findFirst();
      List<Trial> trials =
          outcome.trials().stream()
              .filter(trial -> trial.defect().requirement().equals(requirement.id()))
              .sorted(Comparator.comparing(trial -> trial.defect().id()))
              .toList();
      boolean asked =
          peer.isEmpty() ? peers.size() == Peer.values().length : peers.contains(peer.get());
      if (!trials.isEmpty() || asked && selected.test(requirement.id())) {
        rows.add(row(requirement, peer.orElse(null), trials, outcome.controls()));
      }
    }
    Map<Peer, Integer> scenarios = new TreeMap<>();
    for (Control control : outcome.controls()) {
      if (control.heard() != null) {
        scenarios.merge(control.peer(), control.heard().played(), Math::max);
      }
    }
    return new Proof(outcome.controls(), rows, scenarios, whole, startedAt, duration);
  }

  private static Row row(
      Requirement requirement, Peer peer, List<Trial> trials, List<Control> controls) {
    Profile profile =
        trials.stream()
            .map(trial -> trial.defect().profile())
            .min(Profile::compareTo)
            .orElse(Profile.INTEROP);
    return new Row(
        requirement,
        trials.isEmpty() ? peer : trials.get(0).defect().peer(),
        requirement.level(profile),
        trials.isEmpty() ? reason(requirement, peer, controls) : "",
        trials);
  }

  /** Why no defect of a requirement can be noticed; empty if none is known. */
  private static String reason(Requirement requirement, Peer peer, List<Control> controls) {
    if (requirement.testable() == Testable.NO) {
      return requirement.whyNot();
    }
    if (peer == null) {
      return "no kind of peer is tested for the role '" + requirement.role().text() + "' yet";
    }
    return controls.stream()
        .filter(control -> control.peer() == peer && control.heard() != null)
        .filter(
            control -> control.heard().verdicts().get(requirement.id()) == Verdict.NOT_APPLICABLE)
        .findFirst()
        .map(control -> control.heard().reasons().get(requirement.id()))
        .orElse("");
  }

  /** All defects that were played. */
  public List<Trial> trials() {
    return rows.stream().flatMap(row -> row.trials().stream()).toList();
  }

  /** The counts by peer and strength, those without any left out. */
  public List<Count> counts() {
    Map<String, Count> counts = new TreeMap<>();
    for (Row row : rows) {
      if (row.peer() != null) {
        String level = strength(row.level());
        counts
            .computeIfAbsent(
                row.peer().ordinal() + level, key -> new Count(row.peer(), level, new TreeMap<>()))
            .states()
            .merge(row.state(), 1, Integer::sum);
      }
    }
    List<Count> sorted = new ArrayList<>();
    for (Peer peer : Peer.values()) {
      for (String level : List.of("MUST", "SHOULD", "MAY")) {
        Count count = counts.get(peer.ordinal() + level);
        if (count != null) {
          sorted.add(count);
        }
      }
    }
    return sorted;
  }

  private static String strength(Level level) {
    return level.isMust() ? "MUST" : level.isShould() ? "SHOULD" : "MAY";
  }

  /** Reachable requirements of a strength that accuse none of their defects. */
  public List<Row> holes(Predicate<Level> strength) {
    return rows.stream()
        .filter(row -> strength.test(row.level()))
        .filter(row -> row.state() != State.OWN && row.state() != State.NOT_REACHABLE)
        .toList();
  }

  /** The part of the reachable SHOULDs that accuse a defect of their own, in percent. */
  public double shoulds() {
    long reachable =
        rows.stream()
            .filter(row -> row.level().isShould() && row.state() != State.NOT_REACHABLE)
            .count();
    return reachable == 0 ? 100 : 100.0 * (reachable - holes(Level::isShould).size()) / reachable;
  }

  /** Why this proves nothing, or not enough; empty if it is a proof. */
  public List<String> shortcomings() {
    List<String> wrong = new ArrayList<>();
    for (Control control : controls) {
      if (!control.isClean()) {
        wrong.add(
            "the "
                + control.name()
                + " without a defect does not pass in the profile "
                + control.profile().text());
      }
    }
    List<Row> holes = holes(Level::isMust);
    if (!holes.isEmpty()) {
      wrong.add(many(holes.size(), "MUST") + " without a defect that it kills itself");
    }
    if (shoulds() < SHOULDS) {
      wrong.add(
          many(holes(Level::isShould).size(), "SHOULD")
              + " without a defect that it kills itself: more than "
              + (100 - SHOULDS)
              + " % of them");
    }
    count(wrong, t -> MISSED.contains(t.fate()), "killed by other requirements only, or by none");
    count(wrong, t -> t.problem() != null, "could not be played to the end");
    count(wrong, t -> !t.extras().isEmpty(), "accused of more than what follows from it");
    count(wrong, t -> !t.nameless().isEmpty(), "accused without a word of the cause");
    return wrong;
  }

  private void count(List<String> wrong, Predicate<Trial> which, String what) {
    int count = (int) trials().stream().filter(which).count();
    if (count > 0) {
      wrong.add(many(count, "defect") + " " + what);
    }
  }

  private static String many(int count, String what) {
    return count + " " + what + (count == 1 ? "" : "s");
  }

  /** Whether the kit itself broke somewhere. */
  public boolean isKitAtFault() {
    return Stream.concat(
            controls.stream().map(Proof::problem), trials().stream().map(Trial::problem))
        .anyMatch(problem -> problem != null && problem.startsWith("the kit failed"));
  }

  private static String problem(Control control) {
    return control.heard() == null || control.heard().kitErrors().isEmpty()
        ? control.problem()
        : "the kit failed: " + control.heard().kitErrors().get(0);
  }
}
