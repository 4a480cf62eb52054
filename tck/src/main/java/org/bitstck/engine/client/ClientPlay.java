package org.bitstck.engine.client;

import java.util.List;
import java.util.Optional;
import org.bitstck.play.Patience;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientScenario;

/** Plays scenarios with the client under test; called by several threads at once. */
@FunctionalInterface
public interface ClientPlay {
  /**
   * Plays one.
   *
   * @param patience told when the client keeps the kit waiting
   */
  Recording play(ClientScenario scenario, Patience patience);

  /** Why a scenario cannot be played on this machine; empty if it can. */
  default Optional<String> cannotPlay(ClientScenario scenario) {
    return Optional.empty();
  }

  /** Where the kit's server is: {@code http://127.0.0.1:4711}. */
  default String address() {
    return "";
  }

  /** What came that belongs to no scenario, in words; the first ones. */
  default List<String> strays() {
    return List.of();
  }
}
