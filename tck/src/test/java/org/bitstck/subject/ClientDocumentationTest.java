package org.bitstck.subject;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bitstck.scenario.Schemas;
import org.bitstck.yaml.Source;
import org.junit.jupiter.api.Test;

/** The pages about clients are true: examples are read, and no word is missing. */
class ClientDocumentationTest {
  private static final Path DOCS = Schemas.FOLDER.resolveSibling("docs");
  private static final Path SCHEMA =
      Schemas.FOLDER.resolve("schema").resolve("subject.schema.json");
  private static final Pattern YAML = Pattern.compile("(?ms)^```yaml\\n(.*?)^```$");

  private static String page(String name) throws IOException {
    return Files.readString(DOCS.resolve(name));
  }

  @Test
  void examplesOfSubjectFilesAreInOrder() throws IOException {
    List<MatchResult> examples = YAML.matcher(page("testing-a-client.md")).results().toList();
    assertThat(examples).hasSize(2);
    for (MatchResult example : examples) {
      String text = example.group(1);
      assertThat(new ClientFileReader(Path.of(""), Map.of()).read(new Source("page", text), text))
          .isNotNull();
      assertThat(Schemas.errors(SCHEMA, text)).isEmpty();
    }
  }

  @Test
  void everyPlaceAndEveryCapabilityIsExplained() throws IOException {
    String testing = page("testing-a-client.md");
    assertThat(CommandTemplate.PLACES.keySet())
        .allSatisfy(place -> assertThat(testing).contains("`{" + place + "}`"));
    String contract = page("client-driver.md");
    assertThat(Words.CLIENT_CAPABILITIES.keySet())
        .allSatisfy(word -> assertThat(contract).contains("`" + word + "`"));
  }

  @Test
  void theClientInShellIsTheOneOfThePage() throws IOException {
    assertThat(page("testing-a-client.md")).contains(page("examples/upload.sh"));
  }
}
