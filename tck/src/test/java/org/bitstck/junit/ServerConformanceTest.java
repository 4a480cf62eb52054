package org.bitstck.junit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.TestExecutionResult.Status.ABORTED;
import static org.junit.platform.engine.TestExecutionResult.Status.FAILED;
import static org.junit.platform.engine.TestExecutionResult.Status.SUCCESSFUL;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.bitstck.peers.FiveFaults;
import org.bitstck.peers.IisShapedServer;
import org.bitstck.peers.NullPeer;
import org.bitstck.peers.Peer;
import org.bitstck.peers.PlainServer;
import org.bitstck.requirement.Profile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.platform.engine.TestExecutionResult;
import org.opentest4j.AssertionFailedError;

/** Servers tested by test classes, as their owners write them. */
class ServerConformanceTest {
  @TempDir Path folder;

  abstract static class PeerTest extends BitsServerConformance {
    private final Peer peer;

    PeerTest(Peer peer) {
      this.peer = peer;
    }

    @BeforeAll
    void start() {
      peer.start();
    }

    @AfterAll
    void stop() {
      peer.close();
    }

    @Override
    protected BitsServer server() {
      return BitsServer.at(peer.url());
    }
  }

  static class Right extends PeerTest {
    Right() {
      super(new PlainServer());
    }
  }

  @Test
  void aCorrectServerPassesScenarioByScenario() {
    Played played = Played.of(Right.class);

    assertThat(played.ended(FAILED)).isEmpty();
    assertThat(played.containerFailures()).isEmpty();
    assertThat(played.ended(SUCCESSFUL)).hasSizeGreaterThan(250);
    assertThat(played.ended(ABORTED))
        .anySatisfy((name, why) -> assertThat(why).isEqualTo("no directory 'auth' is declared"));
    List<String> names = played.names();
    assertThat(names.get(0)).isEqualTo("preflight/plain-upload: a plain upload works");
    assertThat(names)
        .contains(
            "fragment/ranges/gap[200-299]: a fragment that leaves a gap is refused with 416 and"
                + " the offset to go on from");
    assertThat(names.get(names.size() - 1)).startsWith("rules/");
  }

  static class Wrong extends PeerTest {
    Wrong() {
      super(new FiveFaults());
    }
  }

  private static final Map<String, String> FAULTS =
      Map.of("bits-tck.only", "BITS-SRV-ERR-013,BITS-SRV-ERR-014,fragment/ranges/gap");

  @Test
  void eachFailureIsALesson() {
    Played played = Played.of(Wrong.class, FAULTS);

    assertThat(played.ended(FAILED).values())
        .isNotEmpty()
        .anySatisfy(
            text ->
                assertThat(text)
                    .startsWith("FAIL BITS-SRV-ERR-014  MUST, MC-BUP")
                    .contains("\n  legal:  status 400")
                    .contains("\n  came:   200")
                    .contains("why it matters")
                    .contains("> BITS-Packet-Type: Fragment")
                    .contains("again:  this test with -Dbits-tck.only='"));
    assertThat(played.tests().failed().stream())
        .allSatisfy(
            event -> {
              Throwable thrown =
                  event.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
              assertThat(thrown).isInstanceOf(AssertionFailedError.class);
              assertThat(thrown.getStackTrace()).isEmpty();
            });
  }

  @Test
  void theReportsThatAreAskedForAreWritten() throws Exception {
    Played.of(
        Wrong.class,
        Map.of(
            "bits-tck.only",
            FAULTS.get("bits-tck.only"),
            "bits-tck.report",
            "html,json",
            "bits-tck.out",
            folder.toString()));

    Path written = folder.resolve("Wrong").resolve("conforms");
    assertThat(written.resolve("report.html")).content().contains("NOT CONFORMANT");
    assertThat(written.resolve("report.json"))
        .content()
        .contains("\"verdict\" : \"NOT_CONFORMANT\"", "this test with -Dbits-tck.only=");
  }

  @Test
  void aReportThatThereIsNotIsSaid() {
    assertThat(Played.of(Right.class, Map.of("bits-tck.report", "pdf")).containerFailures())
        .anyMatch(text -> text.contains("'pdf' is no report; there are html, json, junit"));
  }

  @Test
  void knownFailuresAreSkippedUntilTheyAreGone() throws Exception {
    Path list = folder.resolve("known.yaml");
    Played.of(
        Wrong.class,
        Map.of(
            "bits-tck.only",
            FAULTS.get("bits-tck.only"),
            "bits-tck.write-known-failures",
            list.toString()));
    assertThat(list).content().contains("BITS-SRV-ERR-014");

    Map<String, String> held =
        Map.of(
            "bits-tck.only",
            FAULTS.get("bits-tck.only"),
            "bits-tck.known-failures",
            list.toString());
    Played second = Played.of(Wrong.class, held);
    assertThat(second.ended(FAILED)).isEmpty();
    assertThat(second.ended(ABORTED).values())
        .anySatisfy(why -> assertThat(why).startsWith("known failure: FAIL BITS-SRV-ERR-014"));

    Files.writeString(list, Files.readString(list) + "  - check: \"nosuch*\"\n");
    assertThat(Played.of(Wrong.class, held).ended(FAILED))
        .containsOnlyKeys("known-failures/current: what is listed as a known failure still fails")
        .containsValue("the list of known failures is stale: 'nosuch*' matches no check");
  }

  @ScenarioSettings(only = "fragment/ranges/gap", profile = Profile.STRICT, jobs = 1)
  static class Tolerated extends PeerTest {
    Tolerated() {
      super(new IisShapedServer());
    }
  }

  @Test
  void theCommandLineWinsAndWarningsAreReported() {
    Played played =
        Played.of(
            Tolerated.class, Map.of("bits-tck.only", "fragment/*", "bits-tck.profile", "interop"));

    assertThat(played.ended(FAILED)).isEmpty();
    assertThat(played.names()).hasSizeGreaterThan(20);
    assertThat(played.reported()).anySatisfy(text -> assertThat(text).startsWith("WARN BITS-"));
  }

  @Test
  void aServerThatIsNotThereIsOneFailure() {
    Played played = Played.of(Nobody.class);

    assertThat(played.names()).isEmpty();
    assertThat(played.containerFailures())
        .singleElement()
        .asString()
        .startsWith("cannot connect to http://127.0.0.1:1/: ");
  }

  static class Nobody extends BitsServerConformance {
    @Override
    protected BitsServer server() {
      return BitsServer.at("http://127.0.0.1:1/");
    }
  }

  static class Refusing extends PeerTest {
    Refusing() {
      super(new NullPeer(NullPeer.Kind.BAD_REQUEST_ACK_TO_EVERYTHING));
    }
  }

  @Test
  void whereNoPlainUploadWorksOnlyWhatMayTellWhyIsPlayed() {
    Played played = Played.of(Refusing.class);

    assertThat(played.ended(FAILED).get("preflight/plain-upload: a plain upload works"))
        .startsWith("The server did not take one plain upload, so nothing it does proves anything");
    assertThat(played.ended(SUCCESSFUL)).isEmpty();
    assertThat(played.names()).hasSizeBetween(2, 30);
  }

  /** As in a project that has test classes of its own. */
  static class OwnMethods {
    private static final Peer PEER = new PlainServer();

    @BeforeAll
    static void start() {
      PEER.start();
    }

    @AfterAll
    static void stop() {
      PEER.close();
    }

    static java.net.URI url() {
      return PEER.url();
    }

    BitsServer server() {
      return BitsServer.at(PEER.url());
    }

    static BitsServer misspelt() {
      return BitsServer.at(PEER.url()).directory("overwrite-alowed", "write-once");
    }

    @ParameterizedTest
    @ScenarioSource("url")
    @ScenarioSettings(only = "close")
    void closing(BitsScenario scenario) {
      scenario.play();
    }

    @ParameterizedTest
    @ScenarioSource("url")
    @ScenarioSettings(only = "ping")
    void forgotten(BitsScenario scenario) {
      assertThat(scenario.requirements()).isNotNull();
    }

    @ParameterizedTest
    @ScenarioSource("server")
    void needsAnObject(BitsScenario scenario) {
      scenario.play();
    }

    @ParameterizedTest
    @ScenarioSource("misspelt")
    void misspelt(BitsScenario scenario) {
      scenario.play();
    }

    @ParameterizedTest
    @ScenarioSource("nowhere")
    void nowhere(BitsScenario scenario) {
      scenario.play();
    }
  }

  @Test
  void methodsOfOnesOwn() {
    Played played = Played.of(OwnMethods.class);

    assertThat(played.ended(SUCCESSFUL).keySet())
        .anySatisfy(name -> assertThat(name).matches("\\[\\d+\\] close/.*: .*"));
    assertThat(played.ended(FAILED).values())
        .isNotEmpty()
        .allSatisfy(
            text ->
                assertThat(text).startsWith("the test has not played").endsWith("scenario.play()"));
    assertThat(played.containerFailures())
        .anySatisfy(text -> assertThat(text).contains("has to be static"))
        .anySatisfy(text -> assertThat(text).contains("did you mean 'overwrite-allowed'?"))
        .anySatisfy(text -> assertThat(text).contains("there is no method OwnMethods.nowhere()"))
        .hasSize(3);
  }
}
