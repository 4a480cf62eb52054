package org.bitstck.engine;

import java.util.List;
import org.bitstck.judge.Finding;
import org.bitstck.scenario.Scenario;

/** Told of a run's progress; may be called by several threads at once. */
public interface RunListener {
  /** The run starts; {@code total} scenarios are planned. */
  default void started(int total) {}

  default void scenarioStarted(Scenario scenario) {}

  /** A scenario is judged, or was skipped. */
  default void scenarioFinished(Scenario scenario, List<Finding> findings) {}
}
