package org.bitstck.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The data of the suite and its schemas agree. */
class SchemaTest {
  private static final Pattern FIRST_LINE =
      Pattern.compile("# yaml-language-server: \\$schema=(\\S+)");

  static Stream<Path> yamlFiles() throws IOException {
    try (Stream<Path> files = Files.walk(Schemas.FOLDER)) {
      return files
          .filter(file -> file.toString().endsWith(".yaml"))
          .filter(file -> !Schemas.FOLDER.relativize(file).startsWith("target"))
          .sorted()
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("yamlFiles")
  void everyFileNamesItsSchemaAndFollowsIt(Path file) throws IOException {
    String text = Files.readString(file);
    Matcher named = FIRST_LINE.matcher(text.lines().findFirst().orElse(""));
    assertThat(named.matches()).as("the first line of %s names the schema", file).isTrue();
    Path schema = file.resolveSibling(named.group(1)).normalize();
    assertThat(schema).exists().hasFileName(schemaOf(file));

    assertThat(Schemas.errors(schema, text)).isEmpty();
  }

  private static String schemaOf(Path file) {
    String folder = Schemas.FOLDER.relativize(file).getName(0).toString();
    return switch (folder) {
      case "requirements" -> "requirements.schema.json";
      case "rules" ->
          file.endsWith("client.yaml") ? "client-rules.schema.json" : "rules.schema.json";
      case "client" -> "client-scenarios.schema.json";
      case "application" -> "application-scenarios.schema.json";
      default -> "scenarios.schema.json";
    };
  }

  @ParameterizedTest
  @MethodSource("yamlFiles")
  void theTopicIsTheFilesPath(Path file) throws IOException {
    Path relative = Schemas.FOLDER.relativize(file);
    String role = relative.getName(0).toString();
    if (role.equals("requirements") || role.equals("rules")) {
      return;
    }
    // those for other peers than servers tell themselves apart by their first word
    Path below = !role.equals("server") ? relative : relative.subpath(1, relative.getNameCount());
    String path = below.toString().replace('\\', '/').replaceFirst("\\.yaml$", "");
    String folder = below.getParent().toString().replace('\\', '/');
    assertThat(Files.readAllLines(file))
        .contains("role: " + role)
        .containsAnyOf("topic: " + path, "topic: " + (role.equals("client") ? folder : path));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "requirements.schema.json",
        "rules.schema.json",
        "scenarios.schema.json",
        "client-rules.schema.json",
        "client-scenarios.schema.json",
        "application-scenarios.schema.json",
        "subject.schema.json",
        "report.schema.json"
      })
  void schemasAreValidSchemas(String name) {
    assertThat(
            SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId()))
                .validate(Schemas.tree(name).toString(), InputFormat.JSON))
        .isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "rules.schema.json",
        "scenarios.schema.json",
        "client-rules.schema.json",
        "client-scenarios.schema.json",
        "application-scenarios.schema.json",
        "requirements.schema.json",
        "subject.schema.json",
        "report.schema.json"
      })
  void everyWordHasAHoverTextAndEveryMappingIsClosed(String name) {
    List<String> silent = new ArrayList<>();
    JsonNode schema = Schemas.tree(name);
    look("#", schema, silent);
    schema.get("$defs").propertyStream().forEach(def -> look(def.getKey(), def.getValue(), silent));
    assertThat(silent).isEmpty();
  }

  /** An editor has one schema for a file, so that what both need stands in both. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "expect",
        "outcome",
        "requirementId",
        "size",
        "duration",
        "number",
        "profile",
        "flag",
        "label",
        "texts",
        "columnName",
        "cell",
        "variable",
        "headerEdits",
        "scenario/properties/each",
        "legal/properties/because",
        "legal/properties/profiles",
        "legal/properties/tolerated"
      })
  void whatAllPeersHaveInCommonIsTheSame(String pointer) {
    JsonNode servers = Schemas.tree("scenarios.schema.json").at("/$defs/" + pointer);
    assertThat(servers.isMissingNode()).isFalse();
    assertThat(Schemas.tree("client-scenarios.schema.json").at("/$defs/" + pointer))
        .isEqualTo(servers);
    JsonNode applications =
        Schemas.tree("application-scenarios.schema.json").at("/$defs/" + pointer);
    assertThat(applications.isMissingNode() ? servers : applications).isEqualTo(servers);
  }

  /** Collects the words without a description and the mappings that take any word. */
  private static void look(String where, JsonNode schema, List<String> silent) {
    if (schema.path("type").asString("").equals("object")
        && schema.path("if").isMissingNode()
        && schema.path("additionalProperties").isMissingNode()) {
      silent.add(where + " takes any word");
    }
    schema
        .path("properties")
        .propertyStream()
        .forEach(
            word -> {
              if (word.getValue().path("description").asString("").length() < 10) {
                silent.add(where + "/" + word.getKey());
              }
              look(where + "/" + word.getKey(), word.getValue(), silent);
            });
    for (String deeper : List.of("anyOf", "oneOf")) {
      schema.path(deeper).forEach(option -> look(where + "/" + deeper, option, silent));
    }
  }
}
