package org.bitstck.play.application;

import java.time.Duration;
import java.util.List;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.PlayedScenario;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep;

/**
 * A scenario and what happened when it was played.
 *
 * @param steps those that were played, in order
 * @param stop why the rest was not; null if all were
 */
public record ToldScenario(
    ApplicationScenario scenario, List<ToldStep> steps, Stop stop, Duration duration)
    implements PlayedScenario {

  /**
   * The end before the end.
   *
   * @param at the step that did not succeed
   * @param reason in words
   */
  public record Stop(ApplicationStep at, String reason) {}

  /** What happened in a step; null if it was not played. */
  public ToldStep record(ApplicationStep step) {
    return steps.stream().filter(told -> told.step() == step).findFirst().orElse(null);
  }

  @Override
  public List<Exchange> evidence() {
    return steps.stream().flatMap(step -> step.exchanges().stream()).toList();
  }

  /** True if it ended because no connection could be made. */
  public boolean isWithoutConnection() {
    return stop != null && evidence().stream().anyMatch(e -> e.ending() == Ending.NO_CONNECTION);
  }
}
