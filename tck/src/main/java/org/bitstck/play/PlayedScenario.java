package org.bitstck.play;

import java.time.Duration;
import java.util.List;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Exchange;
import org.bitstck.scenario.Scenario;

/** A scenario and what happened when it was played, as far as it is shown to a reader. */
public interface PlayedScenario {
  /** What was played. */
  Scenario scenario();

  /** What went over the wire, in the order in which it began. */
  List<Exchange> evidence();

  /** What went on beside the exchanges. */
  default List<Aside> asides() {
    return List.of();
  }

  /** From the first step to the last. */
  Duration duration();
}
