package org.bitstck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.scenario.Schemas;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientFileReaderTest {
  private static final Path SCHEMA =
      Schemas.FOLDER.resolve("schema").resolve("subject.schema.json");
  private static final String HEAD = "name: x\nrole: client\n";

  private static ClientFile read(String text) {
    return new ClientFileReader(
            Path.of("/base"),
            Map.of("java", "/jdk/bin/java", "peers", "/peers", "client-classes", "-Xshare:auto"))
        .read(new Source("c.yaml", text), text);
  }

  @Test
  void readsAllWordsOfACommand() {
    String text =
        HEAD
            + """
            client:
              command: ["${java}", -n, 3, [--reply, "{reply}"], "{url}", "{file}"]
              resume: [x, --resume, "{state}"]
              cancel: [x, --cancel, "{state}"]
              signals: {pause: SIGTERM, cancel: int}
              outcomes: {0: success, 6: paused, 4: {outcome: failed, cause: timeout}}
              environment: {LOG: debug}
              folder: bin
            capabilities: [host-id]
            """;
    ClientFile file = read(text);

    assertThat(file.command().filled(place -> Optional.of("<" + place + ">")))
        .containsExactly("/jdk/bin/java", "-n", "3", "--reply", "<reply>", "<url>", "<file>");
    assertThat(file.command().filled(place -> Optional.empty()))
        .containsExactly("/jdk/bin/java", "-n", "3", "", "");
    assertThat(file.resume().text()).isEqualTo("x --resume {state}");
    assertThat(file.cancel().text()).isEqualTo("x --cancel {state}");
    assertThat(file.signals())
        .containsEntry(CallerAct.Kind.PAUSE, "TERM")
        .containsEntry(CallerAct.Kind.CANCEL, "INT");
    assertThat(file.endings())
        .containsEntry(6, new ClientFile.Ending(Outcome.PAUSED, null))
        .containsEntry(4, new ClientFile.Ending(Outcome.FAILED, "timeout"));
    assertThat(file.environment()).containsEntry("LOG", "debug");
    assertThat(file.folder()).isEqualTo(Path.of("/base/bin"));
    assertThat(file.capabilities()).containsExactly("host-id");
    assertThat(Schemas.errors(SCHEMA, text)).isEmpty();
  }

  @Test
  void readsADriver() {
    String text = HEAD + "client: {driver: [python3, driver.py]}\n";
    assertThat(read(text).driver()).containsExactly("python3", "driver.py");
    assertThat(read(text).folder()).isEqualTo(Path.of("/base"));
    assertThat(Schemas.errors(SCHEMA, text)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          client: {}                                        | either 'command', for each upload, or 'driver'
          client: {command: [x, "{url}", "{file}"], driver: [y]} | either 'command', for each upload, or 'driver'
          client: {command: [x, "{url}"]}                   | the command has no '{file}'
          client: {command: [x, "{url}", "{fiel}"]}         | unknown place '{fiel}'; did you mean '{file}'?
          client: {command: [x, "{url}", "{file}", "{reply}"]} | '{reply}' is not there in every scenario
          client: {command: []}                             | the list is empty
          client: {driver: [x], signals: {pause: TERM}}     | a driver is told and tells itself
          client: {command: [x, "{url}", "{file}"], signals: {resume: HUP}} | unknown word 'resume' in the signals
          client: {command: [x, "{url}", "{file}"], signals: {pause: 15}} | the name of a signal is wanted here
          client: {command: [x, "{url}", "{file}"], outcomes: {0: done}} | unknown outcome 'done'; there are
          client: {command: [x, "{url}", "{file}"], outcomes: {999: failed}} | a number from 0 to 255 is wanted here
          client: {command: [x, "{url}", "{file}"], outcomes: {1: {outcome: failed, cause: moon}}} | unknown cause 'moon'
          client: {command: [x, "{url}", "{file}"], comand: y} | unknown word 'comand' in a client; did you mean 'command'?
          url: http://127.0.0.1/                            | a subject file needs 'client'
          """)
  void saysWhatIsWrongAndWhere(String line, String message) {
    YamlException e = catchThrowableOfType(YamlException.class, () -> read(HEAD + line + "\n"));

    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().get(0).render()).contains(message).contains("c.yaml:").contains("^");
    assertThat(
            Schemas.errors(SCHEMA, HEAD + line + "\n").isEmpty()
                && !message.contains("place")
                && !message.contains("the command has")
                && !message.contains("not there in every"))
        .as("the schema finds it as well")
        .isFalse();
  }

  @Test
  void aServerIsNoClientAndAnUnknownCapabilityIsNone() {
    YamlException server =
        catchThrowableOfType(YamlException.class, () -> read("name: x\nrole: server\n"));
    assertThat(server.getMessage()).contains("bits-tck server --subject");
    YamlException capability =
        catchThrowableOfType(
            YamlException.class,
            () -> read(HEAD + "capabilities: [pauze]\nclient: {driver: [x]}\n"));
    assertThat(capability.getMessage()).contains("did you mean 'pause'?");
  }

  /** What init writes is a whole file as it is, and stays one with every word switched on. */
  @Test
  void theTemplateIsInOrderAlsoWithEverythingSwitchedOn() throws Exception {
    String template = resource("/org/bitstck/cli/client-template.yaml");
    assertThat(read(template).name()).isEqualTo("my client");
    assertThat(Schemas.errors(SCHEMA, template)).isEmpty();

    String allOn =
        template
            .replaceAll("(?m)^    # - \\[", "    - [")
            .replaceAll("(?m)^  # (signals|resume|cancel|outcomes|folder|environment):", "  $1:")
            .replaceAll("(?m)^# capabilities:", "capabilities:")
            .replaceAll("(?m)^#   - ", "  - ");
    ClientFile file = read(allOn);
    assertThat(file.command().places()).containsExactlyInAnyOrderElementsOf(placesButId());
    assertThat(file.capabilities()).containsExactlyInAnyOrder("host-id", "content-name");
    assertThat(file.endings()).hasSize(4);
    assertThat(Schemas.errors(SCHEMA, allOn)).isEmpty();
  }

  private static List<String> placesButId() {
    return CommandTemplate.PLACES.keySet().stream()
        .filter(place -> !place.equals("id") && !place.equals("password"))
        .toList();
  }

  @ParameterizedTest
  @ValueSource(strings = {"reference-client.yaml", "reference-client-commands.yaml"})
  void theSubjectFilesOfTheTourFollowTheSchema(String name) throws Exception {
    String text = resource("/org/bitstck/cli/" + name);
    assertThat(read(text).name()).isEqualTo("reference client");
    assertThat(Schemas.errors(SCHEMA, text)).isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = ClientFileReader.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
