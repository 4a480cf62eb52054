package org.bitstck.engine.application;

import java.util.List;
import java.util.Optional;
import org.bitstck.engine.Breaker;
import org.bitstck.engine.Performer;
import org.bitstck.engine.Slots;
import org.bitstck.exchange.Ending;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.judge.application.ApplicationJudge;
import org.bitstck.play.Patience;
import org.bitstck.play.application.ApplicationPlayer;
import org.bitstck.play.application.ToldScenario;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.application.ApplicationScenario;

/** Plays scenarios with a server application. */
final class ApplicationPerformer implements Performer {
  private final ApplicationPlayer player;
  private final ApplicationJudge judge;
  private final Breaker breaker;

  ApplicationPerformer(ApplicationPlayer player, ApplicationJudge judge, Breaker breaker) {
    this.player = player;
    this.judge = judge;
    this.breaker = breaker;
  }

  @Override
  public Optional<String> gone() {
    return breaker.gone();
  }

  @Override
  public List<? extends Watch> rules() {
    return List.of();
  }

  @Override
  public List<Finding> perform(Scenario scenario, Slots slots) {
    ToldScenario played = play((ApplicationScenario) scenario, slots);
    boolean sign =
        played.evidence().isEmpty()
            || played.evidence().stream().anyMatch(e -> e.ending() == Ending.ANSWERED);
    breaker.watch(
        sign, () -> "the application stopped answering: " + played.evidence().get(0).outcome());
    return judge.judge(played);
  }

  private ToldScenario play(ApplicationScenario scenario, Slots slots) {
    ToldScenario played = playOnce(scenario, slots);
    // one with a short queue may not have noticed that somebody wanted to connect
    return played.isWithoutConnection() ? playOnce(scenario, slots) : played;
  }

  private ToldScenario playOnce(ApplicationScenario scenario, Slots slots) {
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

  @Override
  public List<Finding> notPlayed(Scenario scenario, Verdict verdict, String reason) {
    return judge.notPlayed((ApplicationScenario) scenario, verdict, reason);
  }
}
