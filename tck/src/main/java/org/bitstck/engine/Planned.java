package org.bitstck.engine;

import java.util.Optional;
import org.bitstck.judge.Verdict;
import org.bitstck.scenario.Scenario;

/**
 * A scenario of the plan.
 *
 * @param skip why it is not played; empty if it is
 */
public record Planned(Scenario scenario, Optional<Skip> skip) {

  /**
   * What is said of the checks of a scenario that is not played.
   *
   * @param reason in words
   */
  public record Skip(Verdict verdict, String reason) {}
}
