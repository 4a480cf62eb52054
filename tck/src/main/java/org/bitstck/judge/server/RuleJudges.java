package org.bitstck.judge.server;

import java.util.List;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.StepRecord;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.Rule;

/** All always-on rules of a run. May be fed by several threads. */
public final class RuleJudges {
  private final List<RuleJudge> judges;

  public RuleJudges(List<Rule> rules, Catalogue catalogue, Profile profile) {
    this.judges = rules.stream().map(rule -> new RuleJudge(rule, catalogue, profile)).toList();
  }

  /** Each rule by itself, to be asked for its finding when all is played. */
  public List<RuleJudge> all() {
    return judges;
  }

  /** Judges each exchange of a scenario by the rules that apply to it. */
  public void judge(Played played) {
    for (StepRecord record : played.steps()) {
      if (record.step() instanceof RequestStep step) {
        for (Exchange exchange : record.exchanges()) {
          Answer answer = Answer.of(played, step, exchange, record.directory().name());
          for (RuleJudge judge : judges) {
            judge.judge(answer);
          }
        }
      }
    }
  }
}
