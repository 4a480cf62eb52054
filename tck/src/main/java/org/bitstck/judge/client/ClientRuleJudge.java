package org.bitstck.judge.client;

import java.util.List;
import java.util.stream.Collectors;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.RuleTally;
import org.bitstck.judge.RuleTally.Breach;
import org.bitstck.judge.Watch;
import org.bitstck.play.client.Recording;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.client.ClientRule;

/**
 * Applies one always-on rule to the recordings of a whole run. May be fed by several threads; the
 * finding is asked for when all is played.
 */
public final class ClientRuleJudge implements Watch {
  private final ClientRule rule;
  private final Profile profile;
  private final List<Legal> legal;
  private final RuleTally tally;

  public ClientRuleJudge(ClientRule rule, Catalogue catalogue, Profile profile) {
    this.rule = rule;
    this.profile = profile;
    this.legal = rule.expectation().legal(profile);
    this.tally = new RuleTally(rule, catalogue, profile, "upload");
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
    if (exempt || legal.isEmpty()) {
      return;
    }
    ClientSeen seen = ClientSeen.byRule(recording);
    if (Outcome.isLegal(legal, seen)) {
      tally.held();
      return;
    }
    Outcome outcome = Outcome.of(rule.expectation(), profile, seen);
    if (outcome.kind() != Outcome.Kind.UNREACHED && outcome.kind() != Outcome.Kind.UNKNOWN) {
      tally.add(outcome.verdict(tally.level()), () -> breach(recording, outcome));
    }
  }

  private static Breach breach(Recording recording, Outcome outcome) {
    return new Breach(
        recording.scenario().id(),
        "in " + recording.scenario().id() + ": " + words(outcome),
        ClientJudge.numbers(outcome),
        recording.evidence(),
        recording.asides());
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

  @Override
  public Finding finding() {
    return tally.finding();
  }
}
