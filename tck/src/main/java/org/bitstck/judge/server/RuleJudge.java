package org.bitstck.judge.server;

import java.util.List;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Outcome;
import org.bitstck.judge.RuleTally;
import org.bitstck.judge.RuleTally.Breach;
import org.bitstck.judge.Watch;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.StatusRange;
import org.bitstck.scenario.server.Rule;

/** Applies one always-on rule to answers; the finding is asked for when all is played. */
public final class RuleJudge implements Watch {
  private final Rule rule;
  private final Profile profile;
  private final List<Legal> legal;
  private final RuleTally tally;

  RuleJudge(Rule rule, Catalogue catalogue, Profile profile) {
    this.rule = rule;
    this.profile = profile;
    this.legal = rule.expectation().legal(profile);
    this.tally = new RuleTally(rule, catalogue, profile, "answer");
  }

  @Override
  public String name() {
    return rule.name();
  }

  @Override
  public String title() {
    return rule.title();
  }

  /** Judges an answer, if the rule applies to it in this profile. */
  void judge(Answer answer) {
    if (legal.isEmpty() || !applies(answer)) {
      return;
    }
    if (Outcome.isLegal(legal, answer.seen())) {
      tally.held();
      return;
    }
    Outcome outcome = Outcome.of(rule.expectation(), profile, answer.seen());
    tally.add(outcome.verdict(tally.level()), () -> breach(answer, outcome));
  }

  private boolean applies(Answer answer) {
    Exchange exchange = answer.exchange();
    Response response = exchange.response();
    if (rule.unlessIn().contains(answer.directory())) {
      return false;
    }
    if (response == null) {
      return rule.alsoHttp() && rule.statuses().isEmpty() && exchange.ending() == Ending.GARBAGE;
    }
    if (!rule.statuses().isEmpty() && !StatusRange.anyHolds(rule.statuses(), response.status())) {
      return false;
    }
    if (rule.alsoHttp()) {
      return true;
    }
    return answer.packet()
        && !answer.atHttpLevel()
        && (answer.ack() || !rule.acksOnly())
        && !(rule.bodiless() && exchange.request().body().length > 0)
        && (rule.packets().isEmpty() || answer.kind().filter(rule.packets()::contains).isPresent());
  }

  private static Breach breach(Answer answer, Outcome outcome) {
    String scenario = answer.played().scenario().id();
    return new Breach(
        scenario,
        "answer to "
            + answer.exchange().request().label()
            + " in "
            + scenario
            + ": "
            + outcome.observed(),
        List.of(answer.exchange().number()),
        answer.played().exchanges(),
        answer.played().asides());
  }

  @Override
  public Finding finding() {
    return tally.finding();
  }
}
