package org.bitstck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.client.Capability;
import org.bitstck.scenario.client.ClientRule;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.Rule;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;
import org.bitstck.scenario.server.StoredStep;
import org.junit.jupiter.api.Test;

/** The data that comes with the kit uses words that subject files know. */
class WordsTest {
  private static final Library LIBRARY = Library.bundled();
  private static final List<ServerScenario> SCENARIOS =
      LIBRARY.scenarios(Role.SERVER).stream().map(ServerScenario.class::cast).toList();

  @Test
  void needsAreCapabilities() {
    Set<String> needs = new HashSet<>();
    SCENARIOS.forEach(scenario -> needs.addAll(scenario.needs()));
    assertThat(Words.CAPABILITIES.keySet()).containsAll(needs);
  }

  @Test
  void directoriesAreKnown() {
    Set<String> names = new HashSet<>();
    for (ServerScenario scenario : SCENARIOS) {
      names.add(scenario.directory());
      for (Step step : scenario.steps()) {
        names.add(
            step instanceof RequestStep request
                ? request.directory()
                : step instanceof StoredStep stored ? stored.directory() : null);
      }
    }
    LIBRARY.rules(Role.SERVER).forEach(rule -> names.addAll(rule.unlessIn()));
    names.remove(null);
    names.remove(Directory.PLAIN);
    assertThat(Words.DIRECTORIES.keySet()).containsAll(names);
  }

  @Test
  void clientsCanDeclareWhatScenariosCanNeed() {
    assertThat(Words.CLIENT_CAPABILITIES.keySet())
        .containsExactlyInAnyOrderElementsOf(Capability.words());
  }

  @Test
  void scenariosHaveTheTagsThatRulesForClientsLeaveOut() {
    Set<String> tags = new HashSet<>();
    LIBRARY.scenarios(Role.CLIENT).forEach(scenario -> tags.addAll(scenario.tags()));
    assertThat(LIBRARY.clientRules())
        .extracting(ClientRule::unlessTagged)
        .filteredOn(Objects::nonNull)
        .isSubsetOf(tags);
  }

  @Test
  void namesOfRulesAreUnique() {
    assertThat(LIBRARY.rules(Role.SERVER)).extracting(Rule::name).doesNotHaveDuplicates();
    assertThat(LIBRARY.clientRules()).extracting(ClientRule::name).doesNotHaveDuplicates();
  }
}
