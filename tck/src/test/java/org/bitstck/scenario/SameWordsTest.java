package org.bitstck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.application.ApplicationClause;
import org.bitstck.scenario.client.Capability;
import org.bitstck.scenario.client.ClientClause;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.scenario.server.Condition;
import org.bitstck.scenario.server.HeaderStyle;
import org.bitstck.scenario.server.RuleReader;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/**
 * The reader and the schemas know the same words. The reader tells its own when it refuses a word
 * that resembles none of them.
 */
class SameWordsTest {
  private static final Catalogue CATALOGUE = Library.bundled().catalogue();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          # pointer to the words in the schema             | where the strange word stands
                                                           | topic: a\\nrole: server\\nscenarios: {}\\nQ: 1
          /$defs/scenario                                  | SCENARIO {title: a, steps: [], Q: 1}
          /$defs/amount                                    | STEP {ping: ~, repeat: {setting: a, Q: 1}}
          /$defs/scenario/properties/application/items     | SCENARIO {title: a, steps: [], application: [{status: 200, Q: 1}]}
          /$defs/legal/properties/count/anyOf/1            | NOTIFIED {count: {from: 1, to: 2, Q: 1}}
          /$defs/wireFault                                 | SCENARIO {title: a, steps: [], application: [{wire: {Q: 1}}]}
          /$defs/legal/properties/parts                    | LEGAL {parts: {ranges: [0-9], Q: 1}}
          /$defs/body                                      | STEP {fragment: all, body: {Q: 1, xor: 1}}
          /$defs/cut                                       | STEP {fragment: all, cut: {after: 1, Q: 1}}
          /$defs/legal                                     | LEGAL {any-of: [{status: 200, Q: 1}]}
          /$defs/outcome/then                              | LEGAL {any-of: [{status: 200}], Q: 1}
          /$defs/headerTest/anyOf/1                        | LEGAL {header: {X: {equals: a, Q: 1}}}
          /$defs/legal/properties/received-range/anyOf/1   | LEGAL {received-range: {from: 1, to: 2, Q: 1}}
          /$defs/legal/properties/content/anyOf/1          | LEGAL {content: {range: 0-9, Q: 1}}
          """)
  void mappings(String pointer, String where) {
    String yaml =
        (where.startsWith("topic") ? where.replace("\\n", "\n") : inScenario(where))
            .replace("Q", KnownWords.STRANGE);
    Set<String> known =
        KnownWords.known(text -> new ScenarioReader(CATALOGUE).read(source(text), text), yaml);

    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(KnownWords.words("scenarios.schema.json", pointer));
  }

  private static String inScenario(String where) {
    String[] parts = where.split(" ", 2);
    String scenario =
        switch (parts[0]) {
          case "SCENARIO" -> parts[1];
          case "NOTIFIED" ->
              "{title: a, application: {status: 200}, steps: [{notified: ~, expect:"
                  + " {BITS-SRV-CLOSE-001: "
                  + parts[1]
                  + "}}]}";
          case "STEP" -> "{title: a, steps: [" + parts[1] + "]}";
          default ->
              "{title: a, steps: [{fragment: all, expect: {BITS-SRV-FRAGMENT-001: "
                  + parts[1]
                  + "}}]}";
        };
    return "topic: a\nrole: server\nscenarios:\n  a: " + scenario + "\n";
  }

  @Test
  void steps() {
    Set<String> known = new TreeSet<>();
    for (String step :
        List.of(
            "ping: ~",
            "create-session: ~",
            "fragment: all",
            "close-session: ~",
            "http: GET",
            "cancel-session: ~",
            "packet: Fragment",
            "wire: x",
            "upload: ~",
            "pause: 1 s",
            "restart: ~",
            "hook: lose-data",
            "application: down",
            "notified: ~, expect: {BITS-SRV-CLOSE-001: {count: 1}}",
            "stored: ~, expect: {BITS-SRV-CLOSE-001: {content: file}}")) {
      String yaml = inScenario("STEP {" + step + ", " + KnownWords.STRANGE + ": 1}");
      known.addAll(
          KnownWords.known(text -> new ScenarioReader(CATALOGUE).read(source(text), text), yaml));
    }

    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(
            KnownWords.words("scenarios.schema.json", "/$defs/step"));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
                                                 | rules: {}\\nQ: 1
          /$defs/rule                            | rules: {a: {title: a, expect: {BITS-SRV-ACK-001: {status: 200}}, Q: 1}}
          /$defs/rule/properties/when            | rules: {a: {title: a, when: {Q: 1}, expect: {BITS-SRV-ACK-001: {status: 200}}}}
          """)
  void rules(String pointer, String where) {
    String yaml = where.replace("\\n", "\n").replace("Q", KnownWords.STRANGE);
    Set<String> known =
        KnownWords.known(text -> new RuleReader(CATALOGUE).read(source(text), text), yaml);

    assertThat(known)
        .containsExactlyInAnyOrderElementsOf(KnownWords.words("rules.schema.json", pointer));
  }

  /** In the schemas, {@code $comment} names the enum whose words stand there. */
  @Test
  void enumerations() throws ClassNotFoundException {
    Map<String, Set<String>> found = new TreeMap<>();
    for (String schema :
        List.of(
            "scenarios.schema.json",
            "rules.schema.json",
            "client-scenarios.schema.json",
            "application-scenarios.schema.json")) {
      collect(Schemas.tree(schema), found);
    }

    assertThat(found.keySet())
        .contains(
            HeaderStyle.class.getName(),
            PacketKind.class.getName(),
            Condition.AnswerIs.Kind.class.getName(),
            Condition.ErrorFormIs.Kind.class.getName(),
            Condition.SessionIs.Kind.class.getName(),
            RequestKind.class.getName(),
            ClientClause.Form.class.getName(),
            Capability.class.getName(),
            ApplicationClause.ReplyIs.Kind.class.getName(),
            ApplicationClause.ReplyFileIs.Kind.class.getName());
    for (Map.Entry<String, Set<String>> words : found.entrySet()) {
      Stream<?> constants = Arrays.stream(Class.forName(words.getKey()).getEnumConstants());
      assertThat(constants.map(constant -> ExpectReader.word((Enum<?>) constant)))
          .as(words.getKey())
          .containsExactlyInAnyOrderElementsOf(words.getValue());
    }
  }

  private static void collect(JsonNode node, Map<String, Set<String>> found) {
    if (node.path("$comment").isString()) {
      Set<String> words = new TreeSet<>();
      JsonNode options =
          node.has("enum") ? node.get("enum") : node.path("anyOf").path(0).path("enum");
      options.forEach(word -> words.add(word.asString()));
      found.put(node.get("$comment").asString(), words);
    }
    node.forEach(child -> collect(child, found));
  }

  private static Source source(String text) {
    return new Source("test.yaml", text);
  }
}
