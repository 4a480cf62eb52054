package org.bitstck.judge.client;

import java.util.List;
import java.util.stream.Collectors;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.client.ClientRule;

/**
 * Applies one always-on rule to the recordings of a whole run. May be fed by several threads; the
 * finding is asked for when all is played.
 */
public final class ClientRuleJudge implements Watch {
  private final ClientRule rule;
  private final Requirement requirement;
  private final Profile profile;
  private int applied;
  private int broken;
  private Verdict worst = Verdict.PASS;
  private String first = "";
  private List<Exchange> evidence = List.of();
  private List<Integer> numbers = List.of();

  public ClientRuleJudge(ClientRule rule, Catalogue catalogue, Profile profile) {
    this.rule = rule;
    this.requirement = catalogue.find(rule.expectation().requirement()).orElseThrow();
    this.profile = profile;
  }

  @Override
  public String name() {
    return rule.name();
  }

  @Override
  public String title() {
    return rule.title();
  }

  /** Judges a recording, if the rule applies to it and finds something there to judge. */
  public void judge(Recording recording) {
    boolean exempt =
        rule.unlessTagged() != null && recording.scenario().tags().contains(rule.unlessTagged());
    if (exempt || rule.expectation().legal(profile).isEmpty()) {
      return;
    }
    Outcome outcome = Outcome.of(rule.expectation(), profile, ClientSeen.byRule(recording));
    if (outcome.kind() != Outcome.Kind.UNREACHED && outcome.kind() != Outcome.Kind.UNKNOWN) {
      count(recording, outcome);
    }
  }

  private synchronized void count(Recording recording, Outcome outcome) {
    applied++;
    Verdict verdict = outcome.verdict(requirement.level(profile));
    if (verdict == Verdict.PASS) {
      return;
    }
    broken++;
    if (verdict.compareTo(worst) < 0) {
      worst = verdict;
      evidence = recording.requests().stream().map(Recorded::exchange).toList();
      numbers = ClientJudge.numbers(outcome);
      first = "in " + recording.scenario().id() + ": " + words(outcome);
    }
  }

  /** Where it is a request that is wrong, the others need not be told about. */
  private static String words(Outcome outcome) {
    boolean requestsOnly =
        !outcome.wrong().isEmpty()
            && outcome.wrong().stream().noneMatch(fit -> fit.exchanges().isEmpty());
    return requestsOnly
        ? outcome.wrong().stream().map(Fit::words).distinct().collect(Collectors.joining("; "))
        : outcome.observed();
  }

  /** What was found; null if the rule never applied. */
  @Override
  public synchronized Finding finding() {
    if (applied == 0) {
      return null;
    }
    String observed =
        worst == Verdict.PASS
            ? "held in " + applied + (applied == 1 ? " upload" : " uploads")
            : first + " (" + broken + " of " + applied + " uploads)";
    return new Finding(
        requirement,
        requirement.level(profile),
        "rules",
        rule.name(),
        rule.title(),
        worst,
        rule.expectation().describe(profile),
        observed,
        rule.expectation().at(),
        numbers,
        evidence,
        0);
  }
}
