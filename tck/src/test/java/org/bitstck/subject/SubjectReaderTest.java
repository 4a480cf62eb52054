package org.bitstck.subject;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitstck.scenario.Schemas;
import org.bitstck.scenario.server.Hook;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.YamlException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SubjectReaderTest {
  private static final Path SCHEMA =
      Schemas.FOLDER.resolve("schema").resolve("subject.schema.json");
  private static final String HEAD = "name: x\nrole: server\nurl: http://127.0.0.1:80/in/\n";

  private static SubjectFile read(String text) {
    return new SubjectReader(Path.of("/base"), Map.of("SECRET", "s3cret"))
        .read(new Source("s.yaml", text), text);
  }

  @Test
  void readsAllWords() {
    SubjectFile file =
        read(
            """
            name: Acme
            role: server
            url: http://127.0.0.1:${port}/up
            start:
              command: [./acme, --port, "${port}"]
              folder: bin
              environment: {LOG: debug}
              files: {acme.conf: "root = ${folder}"}
              ready: {http: "http://127.0.0.1:${port}/", within: 3 s}
            capabilities: [restart]
            directories:
              overwrite-forbidden: write-once/
              max-size: {path: /small, bytes: 1 KiB}
              auth: {path: /secure/, auth: {basic: {user: u, password-env: SECRET}}}
            hooks:
              lose-data: [rm, "${folder}/x"]
            read-back: {folder: "${folder}/up"}
            auth: {basic: {user: tester, password: pw}}
            headers: {X-Key: {env: SECRET}}
            tls: {ca: ca.pem}
            """);

    assertThat(file.spawn().orElseThrow().command()).containsExactly("./acme", "--port", "${port}");
    assertThat(file.spawn().orElseThrow().folder()).isEqualTo(Path.of("/base/bin"));
    assertThat(file.tls().ca()).isEqualTo(Path.of("/base/ca.pem"));
    UnaryOperator<String> fill = text -> text.replace("${folder}", "/tmp/f");
    Subject subject = file.at(URI.create("http://127.0.0.1:7/up/"), fill);
    assertThat(subject.capabilities()).containsExactly("restart");
    assertThat(subject.hooks()).containsExactly(Hook.LOSE_DATA);
    assertThat(subject.directory("overwrite-forbidden").orElseThrow().path())
        .isEqualTo("/up/write-once/");
    assertThat(subject.directory("max-size").orElseThrow().setting("bytes")).contains("1 KiB");
    assertThat(subject.directory("auth").orElseThrow().credentials().basic())
        .isEqualTo("Basic dTpzM2NyZXQ=");
    assertThat(subject.directory("plain").orElseThrow().path()).isEqualTo("/up/");
    assertThat(subject.readBack())
        .isEqualTo(new ReadBack(ReadBack.Kind.FOLDER, Path.of("/tmp/f/up")));
    assertThat(subject.access().headers()).hasSize(1);
    assertThat(subject.access().credentials()).hasToString("credentials of tester");
  }

  @Test
  void httpsDeclaresTls() {
    SubjectFile file = read(HEAD);

    assertThat(
            file.at(URI.create("https://127.0.0.1/in/"), UnaryOperator.identity()).capabilities())
        .containsExactly("tls");
    assertThat(file.at(URI.create("http://127.0.0.1/in/"), UnaryOperator.identity()).capabilities())
        .isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          capabilities: [restrat]                         | s.yaml:4:16: unknown capability 'restrat'; did you mean 'restart'?
          capabilities: [restart]                         | 'restart' needs 'start'
          directories: {disk-full: {path: /x/, bytes: 299}} | s.yaml:4:45: a limit of at least 300 bytes is wanted here, not '299'
          directories: {max-siz: /x/}                     | s.yaml:4:15: unknown directory 'max-siz'; did you mean 'max-size'?
          directories: {max-size: /x/}                    | 'max-size' needs settings: {path: …, bytes: …}
          directories: {max-size: {path: /x/, bytes: ten}} | a size like 300, 300 KiB or 2 MiB is wanted here, not 'ten'
          directories: {host-id: {path: /x/, host: 'http://h/', fallback: 1}} | a bare host name or address is wanted here
          directories: {session-timeout: {path: /x/, seconds: soon}} | a number of seconds is wanted here
          hooks: {loose-data: [x]}                        | unknown hook 'loose-data'; did you mean 'lose-data'?
          hooks: {lose-data: {command: [x], ready: {output: y}}} | only the output of a server that the kit starts is seen
          read-back: {http: true, folder: x}              | read-back is one of {http: true} and {folder: PATH}
          auth: {basic: {user: u, password-env: NOWHERE}} | the environment has no variable 'NOWHERE'
          start: {command: [], ready: {tcp: 80}}          | the command is empty
          start: {command: [x], ready: {within: 3 s}}     | ready needs one of: output, http, tcp
          start: {command: [x], ready: {output: '('}}     | not a regular expression
          start: {command: [x], files: {../x: y}, ready: {tcp: 80}} | a plain file name is wanted here
          colour: red                                     | s.yaml:4:1: unknown word 'colour' in a subject file
          """)
  void saysWhatIsWrongAndWhere(String line, String message) {
    YamlException e = catchThrowableOfType(YamlException.class, () -> read(HEAD + line + "\n"));

    assertThat(e.problems()).hasSize(1);
    assertThat(e.problems().get(0).render()).contains(message).contains("^");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          uploads/          | a URL is wanted here
          ftp://127.0.0.1/  | a URL is wanted here
          http://[::1/      | not a URL
          """)
  void wantsAnHttpUrl(String url, String message) {
    YamlException e =
        catchThrowableOfType(
            YamlException.class, () -> read("name: x\nrole: server\nurl: '" + url + "'\n"));

    assertThat(e.getMessage()).contains(message);
  }

  /** What init writes is a whole file as it is, and stays one with every word switched on. */
  @Test
  void theTemplateIsInOrderAlsoWithEverythingSwitchedOn() throws Exception {
    String template = resource("/org/bitstck/cli/subject-template.yaml");
    assertThat(read(template).name()).isEqualTo("my server");
    assertThat(Schemas.errors(SCHEMA, template)).isEmpty();

    String allOn =
        template
            .replaceAll(
                "(?m)^# (start|capabilities|directories|hooks|read-back|auth|headers|tls):", "$1:")
            .replaceAll("(?m)^#   ", "  ");
    SubjectFile file =
        new SubjectReader(
                Path.of("/base"), Map.of("MY_PASSWORD", "a", "MY_GUEST", "b", "MY_API_KEY", "c"))
            .read(new Source("template", allOn), allOn);
    assertThat(file.directories().keySet())
        .containsAll(
            List.of("overwrite-forbidden", "switchable", "host-id", "disk-full", "reply-by-value"));
    assertThat(file.hooks()).hasSize(3);
    assertThat(Schemas.errors(SCHEMA, allOn)).isEmpty();
  }

  @Test
  void theSubjectFileOfTheTourFollowsTheSchema() throws Exception {
    assertThat(Schemas.errors(SCHEMA, resource("/org/bitstck/cli/reference-server.yaml")))
        .isEmpty();
  }

  private static String resource(String name) throws IOException {
    try (InputStream in = SubjectReader.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
