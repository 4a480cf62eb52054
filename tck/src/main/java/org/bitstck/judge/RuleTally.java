package org.bitstck.judge;

import java.util.List;
import java.util.function.Supplier;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Exchange;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Level;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.AlwaysOn;

/** What an always-on rule has seen so far. May be told by several threads. */
public final class RuleTally {
  private final AlwaysOn rule;
  private final Requirement requirement;
  private final Profile profile;
  private final String unit;
  private int applied;
  private int broken;
  private Verdict worst = Verdict.PASS;
  private Breach first;

  /**
   * How the rule was broken.
   *
   * @param scenario id of the one in which it was
   * @param how in words
   * @param numbers of the exchanges in question
   * @param evidence all exchanges of the scenario
   * @param asides what went on beside them
   */
  public record Breach(
      String scenario,
      String how,
      List<Integer> numbers,
      List<Exchange> evidence,
      List<Aside> asides) {}

  /**
   * @param unit what the rule is applied to, in the singular: {@code answer}
   */
  public RuleTally(AlwaysOn rule, Catalogue catalogue, Profile profile, String unit) {
    this.rule = rule;
    this.requirement = catalogue.find(rule.expectation().requirement()).orElseThrow();
    this.profile = profile;
    this.unit = unit;
  }

  /** How strongly the rule's requirement binds. */
  public Level level() {
    return requirement.level(profile);
  }

  /** The rule applied once more, and held. */
  public synchronized void held() {
    applied++;
  }

  /**
   * The rule applied once more.
   *
   * @param breach asked for if this is the worst so far
   */
  public synchronized void add(Verdict verdict, Supplier<Breach> breach) {
    applied++;
    if (verdict == Verdict.PASS) {
      return;
    }
    broken++;
    if (verdict.compareTo(worst) < 0) {
      worst = verdict;
      first = breach.get();
    }
  }

  /** What was found; null if the rule never applied. */
  public synchronized Finding finding() {
    if (applied == 0) {
      return null;
    }
    return new Finding(
        requirement,
        level(),
        Finding.RULES,
        rule.name(),
        rule.title(),
        worst,
        rule.expectation().describe(profile),
        first == null
            ? "held in " + applied + " " + unit + (applied == 1 ? "" : "s")
            : first.how() + " (" + broken + " of " + applied + " " + unit + "s)",
        rule.expectation().at(),
        first == null ? List.of() : first.numbers(),
        first == null ? List.of() : first.evidence(),
        first == null ? List.of() : first.asides(),
        0,
        first == null ? "" : first.scenario());
  }
}
