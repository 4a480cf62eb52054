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
 * @param kind legal, tolerated or illegal
 * @param observed what came, in words, with what is wrong about it
 */
record Outcome(Kind kind, String observed) {
  enum Kind {
    LEGAL,
    TOLERATED,
    ILLEGAL
  }

  /** Compares an observation with the legal outcomes; the best fit counts. */
  static Outcome of(Expectation expectation, Profile profile, Seen seen) {
    List<List<String>> misfits = new ArrayList<>();
    Optional<Legal> tolerated = Optional.empty();
    for (Legal legal : expectation.legal(profile)) {
      List<String> wrong = mismatches(legal, seen);
      if (wrong.isEmpty()) {
        if (!legal.tolerated()) {
          return new Outcome(Kind.LEGAL, seen.describe());
        }
        tolerated = Optional.of(legal);
      } else {
        misfits.add(wrong);
      }
    }
    if (tolerated.isPresent()) {
      String because = tolerated.get().because();
      return new Outcome(
          Kind.TOLERATED,
          seen.describe() + (because.isEmpty() ? "" : " (tolerated: " + because + ")"));
    }
    List<String> nearest =
        misfits.stream().min(Comparator.comparingInt(List::size)).orElse(List.of());
    String all = seen.describe();
    List<String> news = nearest.stream().filter(wrong -> !all.contains(wrong)).toList();
    return new Outcome(Kind.ILLEGAL, news.isEmpty() ? all : all + "; " + String.join("; ", news));
  }

  private static List<String> mismatches(Legal legal, Seen seen) {
    List<String> wrong = new ArrayList<>();
    for (Clause clause : legal.conditions()) {
      seen.mismatch(clause).ifPresent(wrong::add);
    }
    return wrong;
  }

  Verdict verdict(Level level) {
    return switch (kind) {
      case LEGAL -> Verdict.PASS;
      case TOLERATED -> Verdict.WARN;
      case ILLEGAL ->
          level.isMust() ? Verdict.FAIL : level.isShould() ? Verdict.WARN : Verdict.INFO;
    };
  }
}
