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
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.StatusRange;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.Rule;

/**
 * Applies one always-on rule to the exchanges of a whole run. May be fed by several threads; the
 * finding is asked for when all is played.
 */
public final class RuleJudge implements Watch {
  private final Rule rule;
  private final Profile profile;
  private final RuleTally tally;

  public RuleJudge(Rule rule, Catalogue catalogue, Profile profile) {
    this.rule = rule;
    this.profile = profile;
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

  /** Judges what of a scenario the rule applies to. */
  public void judge(Played played) {
    for (StepRecord record : played.steps()) {
      if (record.step() instanceof RequestStep step) {
        for (Exchange exchange : record.exchanges()) {
          if (applies(step, exchange, record.directory().name())) {
            judge(played, exchange);
          }
        }
      }
    }
  }

  private boolean applies(RequestStep step, Exchange exchange, String directory) {
    Response response = exchange.response();
    if (rule.unlessIn().contains(directory)) {
      return false;
    }
    if (response == null) {
      return rule.alsoHttp() && rule.statuses().isEmpty() && exchange.ending() == Ending.GARBAGE;
    }
    if (rule.alsoHttp()) {
      return rule.statuses().isEmpty() || holdsStatus(response);
    }
    boolean atHttpLevel =
        !response.isAck()
            && (step.frontEndMayAnswer() || response.status() == 401 || response.status() == 407);
    return exchange.request().isPacket()
        && !atHttpLevel
        && (!rule.acksOnly() || response.isAck())
        && !(rule.bodiless() && exchange.request().body().length > 0)
        && (rule.statuses().isEmpty() || holdsStatus(response))
        && (rule.packets().isEmpty()
            || PacketKind.of(exchange.request().packetType())
                .filter(rule.packets()::contains)
                .isPresent());
  }

  private boolean holdsStatus(Response response) {
    for (StatusRange range : rule.statuses()) {
      if (range.holds(response.status())) {
        return true;
      }
    }
    return false;
  }

  private void judge(Played played, Exchange exchange) {
    if (rule.expectation().legal(profile).isEmpty()) {
      return;
    }
    Observation seen = Observation.of(exchange);
    if (Outcome.isLegal(rule.expectation(), profile, seen)) {
      tally.held();
      return;
    }
    Outcome outcome = Outcome.of(rule.expectation(), profile, seen);
    tally.add(
        outcome.verdict(tally.level()),
        () ->
            new Breach(
                played.scenario().id(),
                "answer to "
                    + exchange.request().label()
                    + " in "
                    + played.scenario().id()
                    + ": "
                    + outcome.observed(),
                List.of(exchange.number()),
                played.exchanges(),
                played.asides()));
  }

  @Override
  public Finding finding() {
    return tally.finding();
  }
}
