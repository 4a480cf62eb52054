package org.bitstck.engine.server;

import java.util.List;
import java.util.Optional;
import org.bitstck.engine.Breaker;
import org.bitstck.engine.Performer;
import org.bitstck.engine.Slots;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.server.RuleJudge;
import org.bitstck.judge.server.RuleJudges;
import org.bitstck.judge.server.ScenarioJudge;
import org.bitstck.play.Patience;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.ServerPlayer;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.server.ServerScenario;

/** Plays scenarios with a server. */
final class ServerPerformer implements Performer {
  /** How often a scenario is played whose pauses the kit itself overslept. */
  private static final int MOST_TRIES = 5;

  private final ServerPlayer player;
  private final ScenarioJudge judge;
  private final RuleJudges rules;
  private final Breaker breaker;

  ServerPerformer(ServerPlayer player, ScenarioJudge judge, RuleJudges rules, Breaker breaker) {
    this.player = player;
    this.judge = judge;
    this.rules = rules;
    this.breaker = breaker;
  }

  @Override
  public Optional<String> gone() {
    return breaker.gone();
  }

  @Override
  public List<RuleJudge> rules() {
    return rules.all();
  }

  @Override
  public List<Finding> perform(Scenario scenario, Slots slots) {
    Played played = play((ServerScenario) scenario, slots);
    List<Finding> findings = judge(played);
    watch(breaker, played);
    return findings;
  }

  /** Any answer is a sign of life; what the kit cut itself could get none. */
  static void watch(Breaker breaker, Played played) {
    List<Exchange> exchanges = played.exchanges();
    boolean anyAnswer =
        exchanges.isEmpty()
            || exchanges.stream().anyMatch(e -> e.response() != null || e.ending() == Ending.CUT);
    breaker.watch(
        anyAnswer,
        () -> "the server stopped answering: " + exchanges.get(exchanges.size() - 1).outcome());
  }

  /**
   * Plays a scenario in a slot of its own. One that lets time pass takes none, so that it need not
   * wait for one when its time has come, and is played again where the kit came too late itself.
   */
  private Played play(ServerScenario scenario, Slots slots) {
    Played played = playOnce(scenario, slots);
    for (int i = 1; i < MOST_TRIES && played.late(); i++) {
      played = playOnce(scenario, slots);
    }
    // a server with a short queue may not have noticed that somebody wanted to connect
    return played.isWithoutConnection() ? playOnce(scenario, slots) : played;
  }

  private Played playOnce(ServerScenario scenario, Slots slots) {
    if (scenario.pauses()) {
      return player.play(scenario, Patience.ALONE);
    }
    slots.take();
    try {
      return player.play(scenario, slots);
    } finally {
      slots.give();
    }
  }

  private List<Finding> judge(Played played) {
    if (played.stop() != null && played.stop().inexpressible()) {
      return notPlayed(played.scenario(), Verdict.NOT_APPLICABLE, played.stop().reason());
    }
    rules.judge(played);
    return judge.judge(played);
  }

  @Override
  public List<Finding> notPlayed(Scenario scenario, Verdict verdict, String reason) {
    return judge.notPlayed((ServerScenario) scenario, verdict, reason);
  }
}
