package org.bitstck.scenario.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.bitstck.scenario.KnownWords.STRANGE;

import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.KnownWords;
import org.bitstck.scenario.Schemas;
import org.bitstck.scenario.WireFaultReader;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** The readers of what is said of clients and their schemas know the same words. */
class SameClientWordsTest {
  private static final String SCHEMA = "client-scenarios.schema.json";
  private static final Catalogue CATALOGUE = Library.bundled().catalogue();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pointer to the words in the schema        | where the strange word stands
          /$defs/scenario                             | SCENARIO Q: 1
          /$defs/client                               | SCENARIO client: {Q: 1}
          /$defs/server                               | SCENARIO server: {Q: 1}
          /$defs/file                                 | SCENARIO file: {text: a, Q: 1}
          /$defs/deviation                            | SCENARIO script: [{on: ping, Q: 1}]
          /$defs/trigger                              | SCENARIO script: [{on: {Q: 1}}]
          /$defs/deviation/properties/event/anyOf/2   | SCENARIO script: [{on: ping, event: {Q: 1}}]
          /$defs/ack                                  | SCENARIO script: [{on: ping, ack: {Q: 1}}]
          /$defs/wireFault                            | SCENARIO script: [{on: ping, wire: {Q: 1}}]
          /$defs/act/anyOf/2                          | SCENARIO caller: [{Q: 1}]
          /$defs/act/anyOf/2/properties/resume        | SCENARIO caller: [{resume: {credentials: right, Q: 1}}]
          /$defs/outcome/then                         | LEGAL any-of: [{outcome: success}], Q: 1
          /$defs/legal                                | LEGAL any-of: [{outcome: success, Q: 1}]
          /$defs/request                              | LEGAL request: {the: ping, Q: 1}
          /$defs/request/properties/bytes             | LEGAL request: {the: {fragment: 1}, bytes: {Q: 1}}
          /$defs/headerTest                           | LEGAL request: {the: ping, header: {X: {Q: 1}}}
          /$defs/count                                | LEGAL count: {Q: 1}
          /$defs/number-of-requests/anyOf/2           | LEGAL count: {ping: {Q: 1}}
          /$defs/report                               | LEGAL report: {Q: 1}
          /$defs/gap                                  | LEGAL gap: {after: ping, Q: 1}
          """)
  void mappings(String pointer, String where) {
    String[] parts = where.split(" ", 2);
    String scenario =
        parts[0].equals("SCENARIO")
            ? parts[1] + ", expect: {BITS-CLI-CLOSE-001: {outcome: success}}"
            : "expect: {BITS-CLI-CLOSE-001: {" + parts[1] + "}}";
    String yaml =
        "topic: a\nrole: client\nscenarios:\n  a: {title: a, "
            + scenario.replace("Q", STRANGE)
            + "}\n";
    Set<String> known =
        KnownWords.known(
            text -> new ScenarioReader(CATALOGUE).read(new Source("test.yaml", text), text), yaml);

    assertThat(known).containsExactlyInAnyOrderElementsOf(KnownWords.words(SCHEMA, pointer));
  }

  @Test
  void rules() {
    String yaml =
        "rules: {a: {title: a, expect: {BITS-CLI-CLOSE-001: {outcome: success}}, Q: 1}}"
            .replace("Q", STRANGE);
    Set<String> known =
        KnownWords.known(
            text -> new ClientRuleReader(CATALOGUE).read(new Source("test.yaml", text), text),
            yaml);

    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(
            KnownWords.words("client-rules.schema.json", "/$defs/rule"));
  }

  /** Words of enumerations of which a file cannot say all; the others are in SameWordsTest. */
  @Test
  void partsOfEnumerations() {
    assertThat(options("/$defs/host")).isEqualTo(words(TriggerReader.HOSTS));
    assertThat(options("/$defs/outcomeWord")).isEqualTo(words(ClientClauseReader.OUTCOMES));
    assertThat(options("/$defs/report/properties/cause"))
        .containsExactlyInAnyOrderElementsOf(ClientClauseReader.CAUSES);
    assertThat(options("/$defs/server/properties/host-id"))
        .isEqualTo(words(SettingsReader.HOST_IDS));
    assertThat(options("/$defs/deviation/properties/wire"))
        .isEqualTo(words(WireFaultReader.WITHOUT_VALUE));
  }

  private static Set<String> words(Collection<? extends Enum<?>> constants) {
    return constants.stream()
        .map(ExpectReader::word)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> options(String pointer) {
    JsonNode options = Schemas.tree(SCHEMA).at(pointer + "/anyOf/0/enum");
    Set<String> words = new TreeSet<>();
    options.forEach(option -> words.add(option.asString()));
    return words;
  }
}
