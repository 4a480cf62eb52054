package org.bitstck.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaPageTest {
  private static final Path WORDS = Path.of("..", "docs", "words");

  @ParameterizedTest
  @ValueSource(strings = {"subject", "scenarios", "client-scenarios", "rules", "client-rules"})
  void thePageInTheDocsIsCurrent(String name) throws Exception {
    assertThat(Files.readString(WORDS.resolve(name + ".md")))
        .as("docs/words/%s.md: write it anew with 'bits-tck schema %s --table'", name, name)
        .isEqualTo(new SchemaPage(name).markdown());
  }
}
