package org.bitstck.yaml;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The trees of the build say what the files say, and nothing of other files. */
class BundledTreesTest {
  private static final Path ROOT = Path.of("..", "scenarios");

  static List<Path> files() throws Exception {
    try (Stream<Path> all = Files.walk(ROOT)) {
      return all.map(ROOT::relativize)
          .filter(file -> file.toString().endsWith(".yaml") && !file.startsWith("target"))
          .toList();
    }
  }

  private static String name(Path file) {
    return "scenarios/" + file.toString().replace('\\', '/');
  }

  @ParameterizedTest
  @MethodSource("files")
  void eachFileOfTheKitHasItsTree(Path file) throws Exception {
    String text = Files.readString(ROOT.resolve(file));

    assertThat(BundledTrees.find(name(file), text))
        .isEqualTo(TreeParser.parse(new Source(name(file), text), text));
  }

  @Test
  void anotherTextOfTheSameNameHasNone() throws Exception {
    Path file = files().get(0);
    String text = Files.readString(ROOT.resolve(file));

    assertThat(BundledTrees.find(name(file), text + "# changed\n")).isNull();
    assertThat(BundledTrees.find("mine.yaml", text)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a",
        "''",
        "a: [b, 'c d', \"e\\nf\", {g: }]",
        "a: >\n  two\n  lines\nb: |\n  one\n",
        "a: &x ü€😀\nb: *x\n",
      })
  void isReadAsItWasWritten(String text) {
    Tree tree = TreeParser.parse(new Source("a.yaml", text), text);
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    new TreeWriter(bytes, text).write(tree);

    assertThat(new TreeReader(ByteBuffer.wrap(bytes.toByteArray()), text).read()).isEqualTo(tree);
  }
}
