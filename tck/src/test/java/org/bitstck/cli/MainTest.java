package org.bitstck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.peers.PlainServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the process tells its caller: exit codes, and where it says what. */
@Timeout(60)
@Isolated("catches what the process prints")
class MainTest {
  private static final String GOOD =
      """
      topic: mine
      role: server
      scenarios:
        ping:
          title: a ping is answered
          steps:
            - ping:
              expect:
                BITS-SRV-PING-001: {status: success}
      """;

  @TempDir private Path folder;

  /** What a run left behind. */
  private record Outcome(int code, String out, String err) {}

  private static Outcome run(String... args) {
    PrintStream out = System.out;
    PrintStream err = System.err;
    ByteArrayOutputStream newOut = new ByteArrayOutputStream();
    ByteArrayOutputStream newErr = new ByteArrayOutputStream();
    try {
      System.setOut(new PrintStream(newOut, true, StandardCharsets.UTF_8));
      System.setErr(new PrintStream(newErr, true, StandardCharsets.UTF_8));
      int code = Main.run(args);
      return new Outcome(
          code, newOut.toString(StandardCharsets.UTF_8), newErr.toString(StandardCharsets.UTF_8));
    } finally {
      System.setOut(out);
      System.setErr(err);
    }
  }

  private String file(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text).toString();
  }

  @ParameterizedTest
  @CsvSource({
    "--help, Usage: bits-tck",
    "--version, bits-tck ",
    "server --help, Usage: bits-tck server",
    "client --help, Usage: bits-tck client",
    "lint --help, Usage: bits-tck lint",
    "list --help, Usage: bits-tck list",
    "list fragment, BITS-SRV-FRAGMENT-005",
    "list --requirements BITS-SRV-ACK-*, BITS-SRV-ACK-001",
    "list --requirements --role client, BITS-CLI-FRAGMENT-010",
    "list --role server fragment, BITS-SRV-FRAGMENT-005",
    "explain BITS-CLI-FRAGMENT-010, role: client",
    "schema client-scenarios, Scenarios for clients",
    "schema client-rules, Always-on rules for clients",
    "explain BITS-SRV-FRAGMENT-005, scenario: fragment",
    "explain create/session/plain-upload, BITS-SRV-CLOSE-002"
  })
  void whatOnlyTellsSomethingEndsWith0(String line, String says) {
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code).isZero();
    assertThat(outcome.out).contains(says);
    assertThat(outcome.err).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--colour",
        "serve-me",
        "server --jobs many",
        "server --jobs 0",
        "server --profile windows",
        "server --timeout soon",
        "server --timeout 0",
        "server --report pdf",
        "server --transport carrier-pigeon",
        "server ftp://127.0.0.1/",
        "server 127.0.0.1:8080",
        "server --only no-such-scenario",
        "server --scenarios no-such-file.yaml",
        "server --subject no-such-file.yaml",
        "client --only no-such-scenario",
        "client --scenarios no-such-file.yaml",
        "client --subject no-such-file.yaml",
        "client --known-failures no-such-file.yaml",
        "client --driver",
        "client -- ./mine {url}",
        "client -- ./mine {url} {file} {reply}",
        "client -- ./mine {url} {file} {fiel}",
        "client --wait --per-process",
        "client --wait --idle 0",
        "client --wait --capabilities pause",
        "client --capabilities pauze -- ./mine {url} {file}",
        "client --subject x.yaml -- ./mine {url} {file}",
        "list no-such-thing",
        "explain no-such-thing",
        "lint",
        "lint no-such-file.yaml"
      })
  void aWrongCommandLineEndsWith2AndSaysWhy(String line) {
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.err).isNotBlank().doesNotContain("Exception", "\tat ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          client --driver                                 | --driver needs a command
          client -- ./mine {url}                          | the command has no '{file}'; write it like: bits-tck client -- ./my-client
          client -- ./mine {url} {file} {reply}           | '{reply}' is not there in every scenario
          client -- ./mine {url} {fiel}                   | unknown place '{fiel}'; did you mean '{file}'?
          client --wait --per-process                     | there is one way to make a client upload
          client --wait --capabilities pause              | with --wait nobody can be told to 'pause'
          client --capabilities pauze --wait              | 'pauze' is no capability; did you mean 'pause'?
          client --subject x.yaml -- ./mine {url} {file}  | there is one way to make a client upload
          client --subject x.yaml                         | there is no subject file to read at 'x.yaml'
          """)
  void whatIsWrongAboutAClientIsSaidInOneLine(String line, String message) {
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.err.lines().filter(l -> !l.isBlank())).hasSize(1);
    assertThat(outcome.err).contains(message);
  }

  /** A slip of the hand would leave out what somebody wanted to have played. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          server --only fragment,pnig             | --only: no scenario of the role server matches 'pnig'; did you mean 'ping'?
          server --only fragment/ranges/gapp      | did you mean 'fragment/ranges/gap'?
          server --skip xyzzy                     | --skip: no scenario of the role server matches 'xyzzy'; 'bits-tck list --role server' shows
          server --only BITS-SRV-ACK-001          | BITS-SRV-ACK-001 is judged by an always-on rule, in whatever is played
          server --only BITS-CLI-CLOSE-001        | BITS-CLI-CLOSE-001 is a requirement of a client
          server --only BITS-SRV-FRAGMENT-999     | did you mean 'BITS-SRV-FRAGMENT-
          server --only ping --skip ping          | --skip leaves none of the scenarios that --only takes
          client --only frgament                  | no scenario of the role client matches 'frgament'; did you mean 'fragment'?
          application --only BITS-SRV-PING-001    | BITS-SRV-PING-001 is a requirement of a server
          """)
  void aPatternThatMeansNothingIsSaid(String line, String message) {
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.err.lines().filter(l -> !l.isBlank())).hasSize(1);
    assertThat(outcome.err).contains(message);
  }

  /** A line or three, and not all of the help: what is wrong must not leave the window. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          server --only                | Missing required parameter for option '--only' (PATTERN)
          server --profle strict       | Possible solutions: --profile
          srever                       | Did you mean: bits-tck server
          server http://a/ http://b/   | Unmatched argument at index 2: 'http://b/'
          schema pdf                   | there is no 'pdf', but subject, scenarios, client-scenarios
          completion fish              | there is no 'fish', but bash, zsh
          explain                      | Missing required parameter: 'ID'
          explain fragment/ranges/gapp | did you mean fragment/ranges/gap?
          server 127.0.0.1:8080        | write it like http://127.0.0.1:8080/uploads/
          application 127.0.0.1:8080   | write it like http://127.0.0.1:9099/take
          init no/such/folder.yaml     | 'no/such/folder.yaml': there is no such file or folder
          server http://127.0.0.1:9/ --report html --out /dev/null/x | the folder '/dev/null/x' cannot be made
          server http://127.0.0.1:9/ --write-known-failures no/such/x.yaml | there is no folder
          """)
  void whatIsWrongStandsInTheWindow(String line, String message) {
    Outcome outcome = run(line.split(" "));
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.out).isEmpty();
    assertThat(outcome.err).startsWith("bits-tck: ").contains(message).doesNotContain("\tat ");
    assertThat(outcome.err.lines()).hasSizeLessThanOrEqualTo(3);
  }

  /** What the commands are shown to do is an example of each, and no more. */
  @Test
  void eachCommandHasExamplesOfItsOwn() {
    for (var command : Main.commandLine().getSubcommands().entrySet()) {
      assertThat(run(command.getKey(), "--help").out)
          .as(command.getKey())
          .contains("Examples:\n  ")
          .doesNotContain("The tour:")
          .doesNotContainPattern("(?m)^.{81}");
    }
  }

  @Test
  void aScenarioIsExplainedWithAllItsRows() {
    assertThat(run("explain", "fragment/ranges/gap").out)
        .contains("fragment/ranges/gap[200-299]  ", "fragment/ranges/gap[250-299]  ")
        .endsWith("expected offset.\n");
  }

  @Test
  void anAddressWithoutTlsIsSaidInOneLine() throws IOException {
    try (PlainServer server = new PlainServer().start()) {
      Outcome outcome = run("server", server.url().toString().replace("http:", "https:"));
      assertThat(outcome.code).isEqualTo(3);
      assertThat(outcome.err).contains("should the URL begin with http: instead of https:?");
    }
  }

  /** What somebody wrote says nothing of a whole server, however well it goes. */
  @Test
  void scenariosOfFilesAreAPartOfTheSuite() throws IOException {
    try (PlainServer server = new PlainServer().start()) {
      String mine = file("mine.yaml", GOOD);
      String known = file("known.yaml", "known-failures:\n  - check: \"fragment/ranges/*\"\n");
      Outcome outcome =
          run("server", server.url().toString(), "--scenarios", mine, "--known-failures", known);
      assertThat(outcome.out)
          .contains("Scenarios of files were played, not the suite.")
          .endsWith("INCOMPLETE\n");
      assertThat(outcome.code).isZero();
    }
  }

  @Test
  void initWritesAClientThatLintFindsInOrder() {
    String file = folder.resolve("client.yaml").toString();
    assertThat(run("init", "--client", file).out).contains("bits-tck client --subject " + file);
    Outcome lint = run("lint", file);
    assertThat(lint.code).as(lint.err).isZero();
    Outcome server = run("server", "--subject", file);
    assertThat(server.code).isEqualTo(2);
    assertThat(server.err).contains("bits-tck client --subject", "^^^");
  }

  @Test
  void withoutArgumentsTheUsageIsShown() {
    Outcome outcome = run();
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.out).contains("bits-tck server");
  }

  @Test
  void aWrongScenarioFileEndsWith2BeforeAnythingIsSent() throws IOException {
    String wrong = file("wrong.yaml", GOOD.replace("status:", "stauts:"));
    for (Outcome outcome :
        new Outcome[] {
          run("lint", wrong), run("server", "http://127.0.0.1:1/", "--scenarios", wrong)
        }) {
      assertThat(outcome.code).isEqualTo(2);
      assertThat(outcome.err)
          .contains(wrong + ":9:", "unknown word 'stauts'", "did you mean 'status'?", "^^^^^^")
          .doesNotContain("\tat ");
    }
  }

  @Test
  void lintTakesWhatIsSaidOfClients() throws IOException {
    String scenario =
        "topic: mine\nrole: client\nscenarios: {a: {title: b, expect: {BITS-CLI-CLOSE-001:"
            + " {outcome: success}}}}\n";
    String rules = "rules: {a: {title: b, expect: {BITS-HTTP-CONN-003: {one-at-a-time: true}}}}\n";
    Outcome right = run("lint", file("mine.yaml", scenario), file("client.yaml", rules));
    assertThat(right.code).isZero();
    assertThat(right.out).contains("2 files in order: 1 scenarios, 1 checks.");

    Outcome wrong =
        run(
            "lint",
            file("a.yaml", scenario.replace("success", "succes")),
            file("client-b.yaml", rules.replace("true", "false")));
    assertThat(wrong.code).isEqualTo(2);
    assertThat(wrong.err)
        .contains("client-b.yaml:1:68: only 'true'", "a.yaml:3:66: 'succes' is none of");
  }

  @Test
  void aFileThatIsNoTextEndsWith2() throws IOException {
    Path file = folder.resolve("binary.yaml");
    Files.write(file, new byte[] {(byte) 0xFF, (byte) 0xFE, 0, 1});
    Outcome outcome = run("lint", file.toString());
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.err).contains("no text in UTF-8").doesNotContain("\tat ");
  }

  @Test
  void twoFilesWithOneScenarioNameEndWith2() throws IOException {
    Outcome outcome = run("lint", file("a.yaml", GOOD), file("b.yaml", GOOD));
    assertThat(outcome.code).isEqualTo(2);
    assertThat(outcome.err).contains("b.yaml:4:3: 'mine/ping' is also the name", "a.yaml:4:3");
  }

  @Test
  void lintSaysWhatIsInOrder() throws IOException {
    Outcome outcome = run("lint", file("good.yaml", GOOD));
    assertThat(outcome.code).isZero();
    assertThat(outcome.out).contains("1 file in order: 1 scenarios, 1 checks.");
  }

  @Test
  void aServerThatIsNotThereEndsWith3InOneLine() throws IOException {
    int port;
    try (ServerSocket gone = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      port = gone.getLocalPort();
    }
    Outcome outcome = run("server", "http://127.0.0.1:" + port + "/");
    assertThat(outcome.code).isEqualTo(3);
    assertThat(outcome.err.lines().filter(l -> !l.isBlank())).hasSize(1);
    assertThat(outcome.err).contains("127.0.0.1:" + port);
  }

  @Test
  void credentialsInAUrlAreRefusedAndNotRepeated() {
    Outcome outcome = run("server", "http://me:hunter2@127.0.0.1:9/up/");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("auth").doesNotContain("hunter2");
  }

  @Test
  void theSchemaOfTheReportIsPrinted() {
    assertThat(run("schema", "report").out()).contains("bits-tck-report/1");
  }

  @Test
  void aReportThatThereIsNotIsNamedWithThoseThatThereAre() {
    Outcome outcome = run("server", "http://127.0.0.1:9/", "--report", "pdf");
    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err())
        .contains("'pdf' is no report", "html, json, junit, markdown, har, open-test");
  }

  /** What an editor offers where requirements are named, and shows of each. */
  @ParameterizedTest
  @CsvSource({
    "scenarios,BITS-SRV-PING-001",
    "client-scenarios,BITS-CLI-SESSION-001",
    "application-scenarios,BITS-APP-RESPONSE-002"
  })
  void theSchemaOfScenariosKnowsTheRequirements(String kind, String id) throws IOException {
    String printed = run("schema", kind).out();
    tools.jackson.databind.JsonNode known =
        new tools.jackson.databind.ObjectMapper()
            .readTree(printed)
            .at("/$defs/expect/properties/" + id);
    assertThat(known.path("description").asString("")).startsWith("MUST: ");
    Path schema = Files.writeString(folder.resolve("printed.schema.json"), printed);
    if (kind.equals("scenarios")) {
      assertThat(org.bitstck.scenario.Schemas.errors(schema, GOOD)).isEmpty();
    }
  }

  @Test
  void aServerElsewhereIsNotLoadedByASlipOfTheHand() {
    Outcome outcome = run("load", "http://192.0.2.1/uploads/");

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err().strip())
        .hasLineCount(1)
        .contains("192.0.2.1 is not this machine")
        .contains("--i-own-this-server");
  }

  @Test
  void aLoadThatCannotBeIsSaid() {
    Outcome outcome = run("load", "http://127.0.0.1:9/", "--sessions", "0");

    assertThat(outcome.code()).isEqualTo(ExitCode.USAGE);
    assertThat(outcome.err()).contains("--sessions takes a number from 1 to 1000");
  }
}
