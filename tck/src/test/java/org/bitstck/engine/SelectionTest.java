package org.bitstck.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class SelectionTest {
  private static final Scenario ROW = scenario();

  private static Scenario scenario() {
    String yaml =
        """
        topic: fragment/ranges
        role: server
        scenarios:
          unknown-type:
            title: something
            tags: [first-contact]
            each:
              type: [RESUME-SESSION]
            steps:
              - packet: ${type}
                expect:
                  BITS-SRV-ERR-017: {status: 400}
        """;
    return new ScenarioReader(Library.bundled().catalogue())
        .read(new Source("a.yaml", yaml), yaml)
        .scenarios()
        .get(0);
  }

  @ParameterizedTest
  @CsvSource({
    "fragment/ranges/unknown-type[RESUME-SESSION], true",
    "fragment/ranges/unknown-type, true",
    "unknown-type, true",
    "unknown-type[RESUME-SESSION], true",
    "fragment/ranges, true",
    "fragment, true",
    "FRAGMENT, true",
    "frag, false",
    "frag*, true",
    "*ranges*, true",
    "ranges, false",
    "BITS-SRV-ERR-017, true",
    "bits-srv-err-*, true",
    "BITS-SRV-ERR-018, false",
    "first-contact, true",
    "first, false",
    "'', false",
    "*, true",
    "unknown.type, false"
  })
  void patterns(String pattern, boolean takes) {
    assertThat(new Selection(List.of(pattern), List.of()).takes(ROW)).isEqualTo(takes);
    assertThat(new Selection(List.of(), List.of(pattern)).takes(ROW)).isEqualTo(!takes);
    assertThat(new Selection(List.of("nothing", pattern), List.of()).takes(ROW)).isEqualTo(takes);
  }

  @ParameterizedTest
  @CsvSource({"client/fragment, true", "fragment, true", "fragment/resync, true", "frag, false"})
  void whatIsForClientsAnswersToItsTopicAlone(String pattern, boolean takes) {
    Scenario resync =
        Library.bundled().scenarios(Role.CLIENT).stream()
            .filter(scenario -> scenario.topic().equals("client/fragment/resync"))
            .findFirst()
            .orElseThrow();
    assertThat(new Selection(List.of(pattern), List.of()).takes(resync)).isEqualTo(takes);
  }

  @Test
  void withoutPatternsAllIsTaken() {
    Selection all = new Selection(List.of(), List.of());
    assertThat(all.isWhole()).isTrue();
    assertThat(all.takes(ROW)).isTrue();
    assertThat(new Selection(List.of("*"), List.of("fragment")).takes(ROW)).isFalse();
  }

  /** What is not read must be nothing that would have been taken. */
  @ParameterizedTest
  @EnumSource(
      value = Role.class,
      names = {"SERVER", "CLIENT", "SERVER_APPLICATION"})
  void aTopicThatItMayNotTakeHoldsNothingThatItTakes(Role role) {
    for (Scenario scenario : Library.bundled().scenarios(role)) {
      String id = scenario.id();
      List<String> patterns = new ArrayList<>(List.of(id, id.toUpperCase(Locale.ROOT), "*" + id));
      for (int end = 0; end <= id.length(); end++) {
        patterns.add(id.substring(0, end) + "*");
      }
      for (int slash = id.indexOf('/'); slash > 0; slash = id.indexOf('/', slash + 1)) {
        patterns.add(id.substring(0, slash));
      }
      patterns.addAll(scenario.tags());
      patterns.addAll(scenario.requirements());
      patterns.add(scenario.name());
      for (String pattern : patterns) {
        Selection selection = new Selection(List.of(pattern), List.of());
        assertThat(selection.mayTake(scenario.topic()) || !selection.takes(scenario))
            .as(pattern)
            .isTrue();
      }
      assertThat(scenario.tags()).noneMatch(tag -> tag.contains("/"));
    }
  }

  @Test
  void onlyTopicsThatAPatternCanMeanAreRead() {
    Selection selection = new Selection(List.of("fragment/ranges/gap*"), List.of());

    assertThat(Library.bundled().scenarios(Role.SERVER, selection::mayTake))
        .isNotEmpty()
        .allMatch(scenario -> scenario.topic().equals("fragment/ranges"));
    assertThat(new Selection(List.of("gap*"), List.of()).mayTake("ping")).isTrue();
  }
}
