package org.bitstck.judge;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.Legal;

/**
 * Whether what came is legal.
 *
 * @param kind legal, tolerated, illegal, or why neither
 * @param observed what came, in words, with what is wrong about it
 * @param wrong what is wrong by the nearest legal outcome; empty unless it is illegal
 */
public record Outcome(Kind kind, String observed, List<Fit> wrong) {
  /** How it stands. */
  public enum Kind {
    LEGAL,
    TOLERATED,
    /** It did not come so far. */
    UNREACHED,
    /** There is nothing to judge. */
    UNKNOWN,
    ILLEGAL
  }

  /**
   * Compares an observation with the legal outcomes; the best fit counts. One that might have been
   * met had it come so far, or could more be seen, keeps the rest from being an accusation.
   */
  public static Outcome of(Expectation expectation, Profile profile, Seen seen) {
    List<List<Fit>> misfits = new ArrayList<>();
    Optional<Legal> tolerated = Optional.empty();
    Optional<Fit> unreached = Optional.empty();
    Optional<Fit> unknown = Optional.empty();
    for (Legal legal : expectation.legal(profile)) {
      List<Fit> fits = fits(legal, seen);
      switch (kind(legal, fits)) {
        case ILLEGAL -> misfits.add(fits.stream().filter(Fit::isWrong).toList());
        case UNREACHED -> unreached = unreached.or(() -> first(fits, Fit.Kind.UNREACHED));
        case UNKNOWN -> unknown = unknown.or(() -> first(fits, Fit.Kind.UNKNOWN));
        case TOLERATED -> tolerated = Optional.of(legal);
        case LEGAL -> {
          return new Outcome(Kind.LEGAL, seen.describe(), List.of());
        }
      }
    }
    if (tolerated.isPresent()) {
      String because = tolerated.get().because();
      return new Outcome(
          Kind.TOLERATED,
          seen.describe() + (because.isEmpty() ? "" : " (tolerated: " + because + ")"),
          List.of());
    }
    if (unreached.isPresent()) {
      return new Outcome(Kind.UNREACHED, "not tested: " + unreached.get().words(), List.of());
    }
    if (unknown.isPresent()) {
      return new Outcome(Kind.UNKNOWN, unknown.get().words(), List.of());
    }
    List<Fit> nearest = misfits.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
    String all = seen.describe();
    List<String> news =
        nearest.stream().map(Fit::words).distinct().filter(words -> !all.contains(words)).toList();
    return new Outcome(
        Kind.ILLEGAL, news.isEmpty() ? all : all + "; " + String.join("; ", news), nearest);
  }

  /** Whether what came is legal without reserve; quicker than to say what it was. */
  public static boolean isLegal(List<Legal> anyOf, Seen seen) {
    for (Legal legal : anyOf) {
      if (!legal.tolerated() && holds(legal, seen)) {
        return true;
      }
    }
    return false;
  }

  /** Whether all that can be seen holds, and something can. */
  private static boolean holds(Legal legal, Seen seen) {
    boolean any = legal.conditions().isEmpty();
    for (Clause condition : legal.conditions()) {
      switch (seen.fit(condition).kind()) {
        case HOLDS -> any = true;
        case UNKNOWN -> {}
        case WRONG, UNREACHED -> {
          return false;
        }
      }
    }
    return any;
  }

  private static List<Fit> fits(Legal legal, Seen seen) {
    List<Fit> fits = new ArrayList<>(legal.conditions().size());
    for (Clause condition : legal.conditions()) {
      fits.add(seen.fit(condition));
    }
    return fits;
  }

  private static Kind kind(Legal legal, List<Fit> fits) {
    if (has(fits, Fit.Kind.WRONG)) {
      return Kind.ILLEGAL;
    }
    if (has(fits, Fit.Kind.UNREACHED)) {
      return Kind.UNREACHED;
    }
    if (has(fits, Fit.Kind.UNKNOWN) && !has(fits, Fit.Kind.HOLDS)) {
      return Kind.UNKNOWN;
    }
    return legal.tolerated() ? Kind.TOLERATED : Kind.LEGAL;
  }

  private static boolean has(List<Fit> fits, Fit.Kind kind) {
    return first(fits, kind).isPresent();
  }

  private static Optional<Fit> first(List<Fit> fits, Fit.Kind kind) {
    for (Fit fit : fits) {
      if (fit.kind() == kind) {
        return Optional.of(fit);
      }
    }
    return Optional.empty();
  }

  /** What is said of a check of this level. */
  public Verdict verdict(Level level) {
    return switch (kind) {
      case LEGAL -> Verdict.PASS;
      case TOLERATED -> Verdict.WARN;
      case UNREACHED -> Verdict.BLOCKED;
      case UNKNOWN -> Verdict.NOT_APPLICABLE;
      case ILLEGAL ->
          level.isMust() ? Verdict.FAIL : level.isShould() ? Verdict.WARN : Verdict.INFO;
    };
  }
}
