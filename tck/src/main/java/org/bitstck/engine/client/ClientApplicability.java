package org.bitstck.engine.client;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientScenario;

/** Whether a client declares what a scenario needs. */
final class ClientApplicability {
  private ClientApplicability() {}

  /** What is missing; empty if nothing is. */
  static Optional<String> why(ClientScenario scenario, Set<String> capabilities) {
    return needs(scenario).stream()
        .filter(need -> !capabilities.contains(need))
        .findFirst()
        .map(
            need ->
                need.equals(ClientDriver.CANCEL_STOPPED)
                    ? "there is no way to cancel an upload that is paused or has failed"
                    : "the capability '" + need + "' is not declared");
  }

  /** What the scenario says it needs, and what cannot be played without. */
  private static Set<String> needs(ClientScenario scenario) {
    Set<String> needs = new TreeSet<>(scenario.needs());
    if (scenario.server().reply() != null) {
      needs.add("reply");
    }
    if (scenario.client().credentials() || scenario.client().wrongCredentials()) {
      needs.add("credentials");
    }
    for (CallerAct act : scenario.caller()) {
      needs.add(act.kind().name().toLowerCase(Locale.ROOT));
      if (act.kind() == CallerAct.Kind.CANCEL && act.when() == null) {
        needs.add(ClientDriver.CANCEL_STOPPED);
      }
    }
    return needs;
  }
}
