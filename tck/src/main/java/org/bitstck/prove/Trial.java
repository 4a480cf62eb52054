package org.bitstck.prove;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.judge.Verdict;

/**
 * A defect before the suite.
 *
 * @param own what was said of the requirement that it breaks; null if nothing was
 * @param following what was said of those that follow from it
 * @param extras what was said of any others: the suite blames the wrong requirement, or the defect
 *     is more than one
 * @param blocked checks that came to no result
 * @param unsteady requirements of which two runs said different things
 * @param problem why the suite was not played, or not to its end; null if it was
 */
public record Trial(
    Defect defect,
    Accusation own,
    List<Accusation> following,
    List<Accusation> extras,
    int blocked,
    List<String> unsteady,
    String problem,
    long millis) {

  /** What became of a defect. */
  public enum Fate {
    /** The requirement that it breaks was accused. */
    OWN("killed by its own requirement"),
    /** It was noticed, but only others were accused. */
    OTHERS("killed only by others"),
    SURVIVED("survived"),
    /** The suite could not be played. */
    UNPLAYED("not played");

    private final String text;

    Fate(String text) {
      this.text = text;
    }

    /** For people. */
    public String text() {
      return text;
    }

    /** In files: {@code own}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /**
   * What a run says of a defect.
   *
   * @param control what the same run says of a peer without it: that is no merit of the defect
   */
  static Trial of(Defect defect, Heard heard, Heard control) {
    List<Accusation> news =
        heard.accusations().values().stream().filter(a -> isNew(a, control)).toList();
    Optional<Accusation> own =
        news.stream().filter(a -> a.requirement().equals(defect.requirement())).findFirst();
    List<Accusation> others = news.stream().filter(a -> own.filter(a::equals).isEmpty()).toList();
    return new Trial(
        defect,
        own.orElse(null),
        others.stream().filter(a -> defect.explains(a.requirement())).toList(),
        others.stream()
            .filter(a -> !defect.explains(a.requirement()) && a.verdict() != Verdict.INFO)
            .toList(),
        heard.blocked(),
        List.of(),
        heard.kitErrors().isEmpty() ? null : "the kit failed: " + heard.kitErrors().get(0),
        heard.millis());
  }

  private static boolean isNew(Accusation accusation, Heard control) {
    Verdict before = control.verdicts().get(accusation.requirement());
    return before == null || accusation.verdict().compareTo(before) < 0;
  }

  static Trial unplayed(Defect defect, String problem) {
    return new Trial(defect, null, List.of(), List.of(), 0, List.of(), problem, 0);
  }

  /** Whether there is nothing to say against it. */
  boolean isPlain() {
    return fate() == Fate.OWN && extras.isEmpty() && problem == null;
  }

  /**
   * This run and a second one of the same defect: an accusation that came only once is not held
   * against anybody, but told.
   */
  Trial again(Trial second) {
    if (problem != null || second.problem() != null) {
      return problem != null ? second : this;
    }
    Set<String> here = requirements(all());
    Set<String> there = requirements(second.all());
    Set<String> once = new TreeSet<>(here);
    once.addAll(there);
    once.removeIf(id -> here.contains(id) && there.contains(id));
    return new Trial(
        defect,
        own != null ? own : second.own(),
        following,
        extras.stream().filter(a -> there.contains(a.requirement())).toList(),
        Math.min(blocked, second.blocked()),
        List.copyOf(once),
        null,
        millis + second.millis());
  }

  private static Set<String> requirements(List<Accusation> accusations) {
    return accusations.stream().map(Accusation::requirement).collect(Collectors.toSet());
  }

  public Fate fate() {
    if (own != null) {
      return Fate.OWN;
    }
    if (!following.isEmpty() || !extras.isEmpty()) {
      return Fate.OTHERS;
    }
    return problem != null ? Fate.UNPLAYED : Fate.SURVIVED;
  }

  /** What was noticed of it at all. */
  public List<Accusation> all() {
    return Stream.of(Stream.ofNullable(own), following.stream(), extras.stream())
        .flatMap(accusations -> accusations)
        .toList();
  }

  /** Checks that accuse the right one without saying of what. */
  public List<Accusation.Check> nameless() {
    return own == null
        ? List.of()
        : own.checks().stream().filter(check -> !check.namesTheCause()).toList();
  }
}
