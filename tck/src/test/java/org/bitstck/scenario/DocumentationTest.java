package org.bitstck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.scenario.application.ApplicationVariables;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.scenario.server.Condition;
import org.bitstck.scenario.server.HeaderStyle;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The pages about the language are true: examples are read, and no word is missing. */
class DocumentationTest {
  private static final Path DOCS = Schemas.FOLDER.resolveSibling("docs");
  private static final Pattern EXAMPLE = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  private static String page(String name) {
    try {
      return Files.readString(DOCS.resolve(name));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"scenario-language.md", "writing-scenarios.md"})
  void examplesAreInOrder(String name) {
    List<MatchResult> examples = EXAMPLE.matcher(page(name)).results().toList();
    assertThat(examples).isNotEmpty();
    for (MatchResult example : examples) {
      String text = example.group(1);
      ScenarioReader reader = new ScenarioReader(Library.bundled().catalogue());
      assertThat(reader.read(new Source(name, text), text).scenarios()).isNotEmpty();
      String schema =
          text.lines().anyMatch("role: client"::equals)
              ? "schema/client-scenarios.schema.json"
              : text.lines().anyMatch("role: application"::equals)
                  ? "schema/application-scenarios.schema.json"
                  : "schema/scenarios.schema.json";
      assertThat(Schemas.errors(Schemas.FOLDER.resolve(schema), text)).isEmpty();
    }
  }

  @Test
  void everyWordIsExplained() {
    String page = page("scenario-language.md");
    JsonNode definitions = Schemas.tree("scenarios.schema.json").get("$defs");
    for (String part : List.of("scenario", "step", "legal", "body", "cut", "amount")) {
      assertThat(definitions.get(part).get("properties").propertyNames())
          .as(part)
          .allSatisfy(word -> assertThat(page).containsPattern("\\b" + word + "\\b"));
    }
  }

  @Test
  void everyWordForClientsIsExplained() {
    String page = page("scenario-language.md");
    String ofClients = page.substring(page.indexOf("\n## Scenarios for clients\n"));
    JsonNode definitions = Schemas.tree("client-scenarios.schema.json").get("$defs");
    for (String part :
        List.of(
            "scenario",
            "client",
            "server",
            "deviation",
            "ack",
            "wireFault",
            "count",
            "request",
            "report",
            "gap")) {
      assertThat(definitions.get(part).get("properties").propertyNames())
          .as(part)
          .allSatisfy(word -> assertThat(ofClients).containsPattern("\\b" + word + "\\b"));
    }
    assertThat(definitions.get("legal").get("properties").propertyNames())
        .allSatisfy(word -> assertThat(page).containsPattern("`" + word + "`"));
    for (String part : List.of("capability", "kind", "form", "outcomeWord", "host")) {
      definitions
          .at("/" + part + "/anyOf/0/enum")
          .forEach(word -> assertThat(ofClients).contains("`" + word.asString() + "`"));
    }
  }

  @Test
  void everyWordForApplicationsIsExplained() {
    String page = page("scenario-language.md");
    String section = page.substring(page.indexOf("\n## Scenarios for server applications\n"));
    JsonNode definitions = Schemas.tree("application-scenarios.schema.json").get("$defs");
    for (String part : List.of("scenario", "step", "legal")) {
      assertThat(definitions.get(part).get("properties").propertyNames())
          .as(part)
          .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    }
    for (String word : List.of("reply", "reply-file", "body", "answer")) {
      definitions
          .at("/legal/properties/" + word + "/anyOf/0/enum")
          .forEach(value -> assertThat(section).contains("`" + value.asString() + "`"));
    }
    assertThat(ApplicationVariables.NAMES)
        .allSatisfy(name -> assertThat(section).contains("`${" + name + "}`"));
  }

  @Test
  void everyEnumeratedWordIsExplained() {
    String page = page("scenario-language.md");
    Stream.of(
            HeaderStyle.values(),
            Condition.AnswerIs.Kind.values(),
            Condition.SessionIs.Kind.values(),
            Condition.ErrorFormIs.Kind.values())
        .flatMap(Stream::of)
        .forEach(word -> assertThat(page).contains("`" + ExpectReader.word(word) + "`"));
    assertThat(Variables.NAMES).allSatisfy(name -> assertThat(page).contains("`${" + name + "}`"));
  }
}
