package org.bitstck.judge;

import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Testable;

/**
 * The requirements of a role and what was found about each: every requirement is counted once, so
 * that the counts add up to the denominator.
 */
public final class Tally {
  private final List<Requirement> requirements;
  private final Map<String, Verdict> verdicts = new HashMap<>();

  /**
   * @param requirements the denominator
   */
  public Tally(List<Requirement> requirements, Collection<Finding> findings) {
    this.requirements = requirements;
    for (Finding finding : findings) {
      verdicts.merge(finding.requirement().id(), finding.verdict(), Verdict::worse);
    }
  }

  /** The denominator. */
  public List<Requirement> requirements() {
    return requirements;
  }

  public int total() {
    return requirements.size();
  }

  /** The worst that was found about a requirement; empty if nothing exercised it. */
  public Optional<Verdict> verdict(Requirement requirement) {
    return Optional.ofNullable(verdicts.get(requirement.id()));
  }

  public int count(Verdict verdict) {
    return (int) requirements.stream().filter(r -> verdicts.get(r.id()) == verdict).count();
  }

  /** Requirements that could not be tested although the subject should allow it. */
  public int blocked() {
    return count(Verdict.BLOCKED) + count(Verdict.SUBJECT_ERROR) + count(Verdict.KIT_ERROR);
  }

  /** Not testable from outside, and not exercised. */
  public int notTestable() {
    return (int)
        requirements.stream()
            .filter(r -> r.testable() == Testable.NO && !verdicts.containsKey(r.id()))
            .count();
  }

  /** Testable, but no scenario of this run did. */
  public int notExercised() {
    return total() - notTestable() - verdictsOfRole().values().stream().mapToInt(i -> i).sum();
  }

  private Map<Verdict, Integer> verdictsOfRole() {
    Map<Verdict, Integer> counts = new EnumMap<>(Verdict.class);
    for (Requirement requirement : requirements) {
      Verdict verdict = verdicts.get(requirement.id());
      if (verdict != null) {
        counts.merge(verdict, 1, Integer::sum);
      }
    }
    return counts;
  }
}
