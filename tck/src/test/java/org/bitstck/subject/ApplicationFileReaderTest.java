package org.bitstck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.bitstck.scenario.Schemas;
import org.bitstck.scenario.application.ApplicationWords;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Subject files of server applications. */
class ApplicationFileReaderTest {
  private static final Path SCHEMA =
      Schemas.FOLDER.resolve("schema").resolve("subject.schema.json");
  private static final Path PAGE =
      Schemas.FOLDER.resolveSibling("docs").resolve("testing-an-application.md");

  private static ApplicationFile read(String text) {
    return new ApplicationFileReader(Path.of("/base"), Map.of())
        .read(new Source("test.yaml", text), text);
  }

  @Test
  void everythingIsThere() {
    ApplicationFile file =
        read(
            """
            name: desk
            role: application
            url: http://127.0.0.1:9099/in/take?desk=1
            reply: {text: thank you}
            files: {here: shared, there: 'D:\\shared\\'}
            journal: ${folder}/journal
            endpoints: {static-reply: /static, copy: /keep?a=b}
            capabilities: [repeats]
            limit: 30 s
            destinations: http://files.example/orders
            """);
    Application application =
        file.at(URI.create(file.peer().url()), text -> text.replace("${folder}", "/tmp/f"));

    assertThat(application.target(null)).contains("/in/take?desk=1");
    assertThat(application.target("static-reply")).contains("/static");
    assertThat(application.target("copy")).contains("/keep?a=b");
    assertThat(application.target("refuses")).isEmpty();
    assertThat(application.reply())
        .isEqualTo(new DeclaredReply(DeclaredReply.Kind.TEXT, "thank you"));
    assertThat(application.files().here()).isEqualTo(Path.of("/base/shared"));
    assertThat(application.files().seenFromThere(Path.of("/base/shared/a")))
        .isEqualTo("D:\\shared\\a");
    assertThat(application.files().seenFromThere(Path.of("/base/shared"))).isEqualTo("D:\\shared");
    assertThat(application.journal()).isEqualTo(Path.of("/tmp/f/journal"));
    assertThat(application.limit()).isEqualTo(Duration.ofSeconds(30));
    assertThat(application.destinations()).hasToString("http://files.example/orders/");
  }

  @Test
  void littleIsEnough() {
    ApplicationFile file = read("{name: desk, role: application, url: 'http://127.0.0.1:9099'}");
    Application application = file.at(URI.create(file.peer().url()), UnaryOperator.identity());

    assertThat(application.target(null)).contains("/");
    assertThat(application.reply().isAny()).isFalse();
    assertThat(application.files()).isNull();
    assertThat(application.limit()).isEqualTo(Duration.ofMinutes(5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          role: server, url: 'http://a/'                        | a server application is wanted here, not a 'server'; that is tested with 'bits-tck server --subject'
          role: application                                     | a subject needs 'url', or 'start' with a 'ready' line
          role: application, url: 'ftp://a/'                    | a URL is wanted here, like http://127.0.0.1:9099/take
          role: application, url: 'http://a/', reply: ecko      | 'ecko' is none of: echo, digest, some, none
          role: application, url: 'http://a/', files: {here: a} | a shared folder needs 'there'
          role: application, url: 'http://a/', endpoints: {cop: /a} | unknown endpoint 'cop'; did you mean 'copy'?
          role: application, url: 'http://a/', endpoints: {copy: a} | a path is wanted here, with a slash at its start
          role: application, url: 'http://a/', capabilities: [pause] | unknown capability 'pause'
          role: application, url: 'http://a/', limit: soon      | soon
          role: application, url: 'http://a/', directories: {}  | unknown word 'directories'
          """)
  void mistakesAreNamed(String words, String message) {
    String text = "{name: desk, " + words + "}";
    YamlException refusal = catchThrowableOfType(YamlException.class, () -> read(text));

    assertThat(refusal).as(text).isNotNull();
    assertThat(refusal.problems().get(0).message()).contains(message);
    assertThat(Schemas.errors(SCHEMA, text).isEmpty())
        .as("the schema finds it, but for the form of URLs and whose role it is")
        .isEqualTo(words.contains("ftp") || words.startsWith("role: server"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference-application.yaml", "application-template.yaml"})
  void whatComesWithTheKitIsInOrder(String name) throws IOException {
    try (InputStream in =
        ApplicationFileReader.class.getResourceAsStream("/org/bitstck/cli/" + name)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(read(text)).isNotNull();
      assertThat(Schemas.errors(SCHEMA, text)).isEmpty();
    }
  }

  /** Switched on all together, the template is a file as well. */
  @Test
  void theTemplateShowsWhatThereIs() throws IOException {
    try (InputStream in =
        ApplicationFileReader.class.getResourceAsStream(
            "/org/bitstck/cli/application-template.yaml")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      assertThat(ApplicationWords.ENDPOINTS.keySet())
          .allSatisfy(word -> assertThat(text).contains("#   " + word + ": /"));
      assertThat(ApplicationWords.CAPABILITIES.keySet())
          .allSatisfy(word -> assertThat(text).contains("#   - " + word));
    }
  }

  @Test
  void thePageIsTrue() throws IOException {
    String page = Files.readString(PAGE);
    var examples =
        Pattern.compile("(?ms)^```yaml\\n(name:.*?)^```$").matcher(page).results().toList();
    assertThat(examples).isNotEmpty();
    for (MatchResult example : examples) {
      assertThat(read(example.group(1))).isNotNull();
      assertThat(Schemas.errors(SCHEMA, example.group(1))).isEmpty();
    }
    assertThat(ApplicationWords.ENDPOINTS.keySet())
        .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
    assertThat(ApplicationWords.CAPABILITIES.keySet())
        .allSatisfy(word -> assertThat(page).contains("`" + word + "`"));
  }
}
