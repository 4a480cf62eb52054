package org.bitstck.engine;

import java.util.Optional;
import org.bitstck.play.Patience;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientScenario;

/** Plays one scenario with the client under test; called by several threads at once. */
@FunctionalInterface
public interface ClientPlay {
  /**
   * @param patience told when the client keeps the kit waiting
   */
  Recording play(ClientScenario scenario, Patience patience);

  /** Why a scenario cannot be played on this machine; empty if it can. */
  default Optional<String> cannotPlay(ClientScenario scenario) {
    return Optional.empty();
  }
}
