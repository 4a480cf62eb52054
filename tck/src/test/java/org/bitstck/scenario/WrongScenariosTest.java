package org.bitstck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Mistakes that authors make. Beside each wrong file lies what the reader says of it, to the
 * letter; {@code -Dbits-tck.write-expected=true} writes these files anew, to be read before they
 * are committed.
 */
class WrongScenariosTest {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final List<Path> FOLDERS =
      List.of(
          RESOURCES.resolve("wrong-scenarios"),
          RESOURCES.resolve("wrong-client-scenarios"),
          RESOURCES.resolve("wrong-application-scenarios"));
  private static final ScenarioReader READER = new ScenarioReader(Library.bundled().catalogue());

  static Stream<Path> files() throws IOException {
    return list(".yaml");
  }

  private static Stream<Path> list(String ending) throws IOException {
    List<Path> all = new ArrayList<>();
    for (Path folder : FOLDERS) {
      try (Stream<Path> files = Files.list(folder)) {
        files.filter(file -> file.toString().endsWith(ending)).sorted().forEach(all::add);
      }
    }
    return all.stream();
  }

  /** As the first line of the file says. */
  private static Path schema(Path file, String text) {
    String first = text.lines().findFirst().orElseThrow();
    return file.resolveSibling(first.substring(first.indexOf('=') + 1))
        .toAbsolutePath()
        .normalize();
  }

  @ParameterizedTest
  @MethodSource("files")
  void theReaderSaysWhereAndWhatWasMeant(Path file) throws IOException {
    String name = file.getFileName().toString();
    String text = Files.readString(file);

    YamlException refusal =
        catchThrowableOfType(YamlException.class, () -> READER.read(new Source(name, text), text));

    assertThat(refusal).as("%s is refused", name).isNotNull();
    String said =
        refusal.problems().stream().map(Problem::render).collect(Collectors.joining("\n")) + "\n";
    Path expected = file.resolveSibling(name.replace(".yaml", ".expected"));
    if (Boolean.getBoolean("bits-tck.write-expected")) {
      Files.writeString(expected, said);
    }
    assertThat(expected).as("what is said of %s", name).hasContent(said);
  }

  @ParameterizedTest
  @MethodSource("files")
  void theSchemaSeesWhatASchemaCanSee(Path file) throws IOException {
    String text = Files.readString(file);
    boolean shouldSee = text.lines().anyMatch("# The schema sees it."::equals);
    assertThat(shouldSee || text.lines().anyMatch("# Only the reader sees it."::equals))
        .as("%s says who sees its mistake", file)
        .isTrue();
    if (shouldSee) {
      assertThat(Schemas.errors(schema(file, text), text)).isNotEmpty();
    } else {
      assertThat(errorsIfYaml(schema(file, text), text)).isEmpty();
    }
  }

  /** What is no YAML at all never comes to a schema. */
  private static List<String> errorsIfYaml(Path schema, String text) {
    try {
      return Schemas.errors(schema, text);
    } catch (YamlEngineException e) {
      return List.of();
    }
  }

  @Test
  void noExpectedMessageIsLeftOver() throws IOException {
    assertThat(list(".expected"))
        .allSatisfy(f -> assertThat(Path.of(f.toString().replace(".expected", ".yaml"))).exists());
  }
}
