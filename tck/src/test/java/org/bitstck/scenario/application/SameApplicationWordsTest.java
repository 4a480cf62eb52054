package org.bitstck.scenario.application;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.scenario.KnownWords.STRANGE;

import java.util.Set;
import java.util.TreeSet;
import org.bitstck.scenario.KnownWords;
import org.bitstck.scenario.Schemas;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The reader of what is said of server applications and its schema know the same words. */
class SameApplicationWordsTest {
  private static final String SCHEMA = "application-scenarios.schema.json";
  private static final ScenarioReader READER = new ScenarioReader(Library.bundled().catalogue());

  private static Set<String> known(String steps) {
    String yaml =
        "topic: a\nrole: application\nscenarios:\n  a: {title: a, "
            + steps.replace("Q", STRANGE)
            + "}\n";
    return KnownWords.known(text -> READER.read(new Source("test.yaml", text), text), yaml);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          /$defs/scenario     | steps: [{notify: by-value, expect: {BITS-APP-TIMER-001: {answer: any}}}], Q: 1
          /$defs/file         | file: {text: a, Q: 1}, steps: []
          /$defs/body         | steps: [{notify: by-value, body: {text: a, Q: 1}}]
          /$defs/outcome/then | steps: [{notify: by-value, expect: {BITS-APP-TIMER-001: {any-of: [{answer: any}], Q: 1}}}]
          /$defs/legal        | steps: [{notify: by-value, expect: {BITS-APP-TIMER-001: {any-of: [{answer: any, Q: 1}]}}}]
          /$defs/headerTest   | steps: [{notify: by-value, expect: {BITS-APP-TIMER-001: {header: {X: {Q: 1}}}}}]
          """)
  void mappings(String pointer, String where) {
    assertThat(known(where)).containsExactlyInAnyOrderElementsOf(KnownWords.words(SCHEMA, pointer));
  }

  @Test
  void steps() {
    Set<String> all = new TreeSet<>();
    all.addAll(known("steps: [{notify: by-value, Q: 1}]"));
    all.addAll(known("steps: [{download: GET, Q: 1}]"));
    all.addAll(known("steps: [{effects: ~, expect: {BITS-APP-REPEAT-001: {count: 1}}, Q: 1}]"));

    assertThat(all).containsExactlyInAnyOrderElementsOf(KnownWords.words(SCHEMA, "/$defs/step"));
  }

  @Test
  void enumerations() {
    assertThat(options("/$defs/need/anyOf/0/enum")).isEqualTo(ApplicationWords.NEEDS);
    assertThat(options("/$defs/step/properties/as/anyOf/0/enum"))
        .isEqualTo(ApplicationWords.ENDPOINTS.keySet());
    Set<String> endpoints = new TreeSet<>();
    Schemas.tree("subject.schema.json")
        .at("/properties/endpoints/properties")
        .propertyNames()
        .forEach(endpoints::add);
    assertThat(endpoints).isEqualTo(ApplicationWords.ENDPOINTS.keySet());
  }

  private static Set<String> options(String pointer) {
    Set<String> words = new TreeSet<>();
    Schemas.tree(SCHEMA).at(pointer).forEach(option -> words.add(option.asString()));
    return words;
  }
}
