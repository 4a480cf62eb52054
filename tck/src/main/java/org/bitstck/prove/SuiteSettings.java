package org.bitstck.prove;

import java.util.List;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.Selection;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Library;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.client.ClientScenario;

/**
 * The suite that is to be proved.
 *
 * @param own scenarios to play instead of the library's; empty if there are none
 * @param selection of the scenarios
 * @param jobs scenarios of one run that work at once
 */
public record SuiteSettings(
    Library library, List<Scenario> own, Selection selection, int jobs, Limits limits) {

  /** The scenarios for a kind of subject. */
  List<Scenario> scenarios(Role role) {
    return own.isEmpty()
        ? library.scenarios(role)
        : own.stream().filter(scenario -> role(scenario) == role).toList();
  }

  private static Role role(Scenario scenario) {
    return scenario instanceof ClientScenario ? Role.CLIENT : Role.SERVER;
  }

  RunOptions options(Profile profile) {
    return new RunOptions(profile, selection, jobs, limits);
  }
}
