package org.bitstck.prove;

import java.util.List;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.Selection;
import org.bitstck.engine.Slots;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.library.Library;

/**
 * The suite that is to be proved.
 *
 * @param own scenarios to play instead of the library's; empty if there are none
 * @param selection of the scenarios
 * @param slots scenarios that work at once, of all runs with one kind of peer: more would only be
 *     in each other's way, and the waits of many runs overlap all the same
 */
public record SuiteSettings(
    Library library, List<Scenario> own, Selection selection, Slots slots, Limits limits) {

  /** Not one after the other. */
  private static final int MANY = 4;

  /** The scenarios for a kind of subject. */
  List<Scenario> scenarios(Role role) {
    return own.isEmpty()
        ? library.scenarios(role)
        : own.stream().filter(scenario -> role(scenario) == role).toList();
  }

  private static Role role(Scenario scenario) {
    if (scenario instanceof ApplicationScenario) {
      return Role.SERVER_APPLICATION;
    }
    return scenario instanceof ClientScenario ? Role.CLIENT : Role.SERVER;
  }

  RunOptions options(Profile profile) {
    return new RunOptions(profile, selection, MANY, limits, slots);
  }
}
