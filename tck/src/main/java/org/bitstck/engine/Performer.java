package org.bitstck.engine;

import java.util.List;
import java.util.Optional;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.scenario.Scenario;

/** Plays scenarios with subjects of one role and judges them; called by several threads at once. */
public interface Performer {
  /** Why nothing more can be played; empty while the subject lives. */
  Optional<String> gone();

  /**
   * Plays and judges a scenario.
   *
   * @param slots to be taken while it works, and given away while it waits
   */
  List<Finding> perform(Scenario scenario, Slots slots);

  /** What is said of a scenario that is not played. */
  List<Finding> notPlayed(Scenario scenario, Verdict verdict, String reason);

  /** The always-on rules. */
  List<? extends Watch> rules();
}
