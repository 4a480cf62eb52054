package org.bitstck.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** YAML with places; what authors do wrong is in the folder of wrong scenarios. */
class YamlTest {

  private static YamlValue parse(String text) {
    return Yaml.parse(new Source("a.yaml", text), text);
  }

  private static Problem problem(Runnable reading) {
    return catchThrowableOfType(YamlException.class, reading::run).problems().get(0);
  }

  @Test
  void everyValueKnowsItsPlace() {
    YamlMapping words = parse("a: 1\nb:\n  - x\n  - yy\n").mapping("a test");
    YamlValue second = words.require("b").items().get(1);
    assertThat(second.position()).hasToString("a.yaml:4:5");
    assertThat(second.problem("no").problems().get(0).render())
        .isEqualTo("a.yaml:4:5: no\n    4 |   - yy\n      |     ^^");
  }

  @Test
  void aByteOrderMarkIsNoPartOfTheText() {
    assertThat(parse("\uFEFFa: 1").mapping("a test").require("a").number()).isEqualTo(1);
  }

  @Test
  void windowsLineEndsKeepThePlaces() {
    assertThat(parse("a: 1\r\nb: 2\r\n").mapping("a test").require("b").position().line())
        .isEqualTo(2);
  }

  @Test
  void aFileThatIsNestedWithoutEndIsRefused() {
    Problem problem = problem(() -> parse("[".repeat(200_000)));
    assertThat(problem.at().file()).isEqualTo("a.yaml");
  }

  @Test
  void aHugeFileIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("huge.yaml");
    Files.write(file, new byte[2 * 1024 * 1024]);
    assertThat(problemOf(file).message()).isEqualTo("the file is larger than 1 MiB");
    assertThat(problem(() -> parse("# " + "x".repeat(2 * 1024 * 1024))).message())
        .isEqualTo("the file is larger than 1 MiB");
  }

  @Test
  void aFileThatIsNoTextIsRefused(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("latin.yaml");
    Files.write(file, "title: é".getBytes(StandardCharsets.ISO_8859_1));
    assertThat(problemOf(file).render()).isEqualTo(file + ":1:1: the file is no text in UTF-8");
  }

  private static Problem problemOf(Path file) {
    return problem(
        () -> {
          try {
            Yaml.textOf(file);
          } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
          }
        });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          ${a}                  | 1
          ${a}${a} ${b}         | 11 two
          ${name of ${a}}       | ${name of 1}
          ${c}                  | ${c}
          ${a                   | ${a
          $a {a}                | $a {a}
          """)
  void variables(String text, String filled) {
    YamlValue value = parse("'" + text + "'").with(Map.of("a", "1", "b", "two"));
    assertThat(value.text()).isEqualTo(filled);
  }

  @Test
  void aVariableMayHoldWhatPatternsMeanSomethingBy() {
    assertThat(parse("'x ${a}'").with(Map.of("a", "$1 \\ {}")).text()).isEqualTo("x $1 \\ {}");
  }

  @ParameterizedTest
  @CsvSource({"stauts, status", "STATUS, status", "tite, title", "recieved-range, received-range"})
  void nearWords(String word, String meant) {
    assertThat(Nearest.to(word, java.util.List.of("status", "title", "received-range", "session")))
        .hasValue(meant);
  }

  @Test
  void farWordsAreNotGuessed() {
    assertThat(Nearest.to("preconditions", java.util.List.of("status", "title"))).isEmpty();
  }
}
