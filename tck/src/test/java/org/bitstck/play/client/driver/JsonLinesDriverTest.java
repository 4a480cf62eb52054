package org.bitstck.play.client.driver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Report;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.subject.ClientFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract with drivers, and drivers that break it: real processes. */
@Timeout(60)
class JsonLinesDriverTest {
  private static final String HELLO =
      "echo '{\"driver\": \"bits-tck-driver/1\", \"name\": \"x 1\", \"capabilities\": [\"cancel\"]}'\n";

  private static JsonLinesDriver start(String script, Duration hello) throws StartFailed {
    return JsonLinesDriver.start(ClientFile.of(List.of("sh", "-c", script), Set.of()), hello);
  }

  private static JsonLinesDriver start(String script) throws StartFailed {
    return start(script, Duration.ofSeconds(30));
  }

  @Test
  void theHelloTellsNameAndCapabilities() throws Exception {
    try (JsonLinesDriver driver = start(HELLO + "cat >/dev/null")) {
      assertThat(driver.name()).isEqualTo("x 1");
      assertThat(driver.capabilities()).containsExactly("cancel", ClientDriver.CANCEL_STOPPED);
      assertThat(driver.gone()).isNull();
    }
  }

  @Test
  void ordersAreWordsOfTheContract() throws Exception {
    // the driver gives each order back as the message of its outcome
    String echo =
        HELLO
            + """
            while read -r line; do
              said=$(printf '%s' "$line" | sed 's/"/~/g')
              echo "{\\"id\\": \\"7\\", \\"outcome\\": \\"success\\", \\"message\\": \\"$said\\"}"
            done
            """;
    try (JsonLinesDriver driver = start(echo)) {
      Told told = new Told();
      ClientDriver.Upload upload =
          driver.start(
              new UploadOrder(
                  "7",
                  "http://127.0.0.1:9/a%20b?X=1",
                  Path.of("/tmp/f"),
                  Path.of("/tmp/r"),
                  100,
                  new UploadOrder.Credentials("u", "p"),
                  2000,
                  1000,
                  50),
              told);
      assertThat(told.next().message())
          .isEqualTo(
              "{~do~:~start~,~id~:~7~,~url~:~http://127.0.0.1:9/a%20b?X=1~,~file~:~/tmp/f~,"
                  + "~replyTo~:~/tmp/r~,~fragmentSize~:100,~user~:~u~,~password~:~p~,"
                  + "~sendTimeoutMs~:1000,~answerTimeoutMs~:2000,~retryDelayMs~:50}");
      upload.pause();
      assertThat(told.next().message()).isEqualTo("{~do~:~pause~,~id~:~7~}");
      upload.resume(new UploadOrder.Credentials("u", "q"));
      assertThat(told.next().message())
          .isEqualTo("{~do~:~resume~,~id~:~7~,~user~:~u~,~password~:~q~}");
      upload.cancel();
      assertThat(told.next().message()).isEqualTo("{~do~:~cancel~,~id~:~7~}");
    }
  }

  @Test
  void whatIsNotAskedForIsLeftOut() throws Exception {
    String echo =
        HELLO
            + "read -r line; said=$(printf '%s' \"$line\" | sed 's/\"/~/g')\n"
            + "echo \"{\\\"id\\\": \\\"1\\\", \\\"outcome\\\": \\\"success\\\", \\\"message\\\": \\\"$said\\\"}\"\n"
            + "cat >/dev/null";
    try (JsonLinesDriver driver = start(echo)) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      assertThat(told.next().message())
          .isEqualTo(
              "{~do~:~start~,~id~:~1~,~url~:~http://127.0.0.1:9/in/a%20b~,~file~:~/tmp/file~}");
    }
  }

  @Test
  void detailsOfAFailureAreRead() throws Exception {
    String failed =
        HELLO
            + "read -r line\n"
            + "echo '{\"id\": \"1\", \"outcome\": \"failed\", \"cause\": \"http\", \"status\": 403,"
            + " \"error\": \"0x80070005\", \"context\": \"5\", \"later\": {\"a\": [1]}}'\n"
            + "cat >/dev/null";
    try (JsonLinesDriver driver = start(failed)) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      assertThat(told.next())
          .isEqualTo(new Report(Outcome.FAILED, "http", 403, 0x80070005L, 5, ""));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exit 3                                        | ended with exit code 3
          echo broken >&2; exit 1                       | ended with exit code 1; the end of its standard error: broken
          echo hi there; cat                            | its first line is no hello but 'hi there'
          echo '{"name": "x"}'; cat                     | its first line is no hello but
          echo '{"driver": "bits-tck-driver/2"}'; cat   | speaks 'bits-tck-driver/2'; this kit speaks 'bits-tck-driver/1'
          echo '{"driver": "bits-tck-driver/1"}'; cat   | has no list of 'capabilities'
          echo '{"driver": "bits-tck-driver/1", "capabilities": ["pauze"]}'; cat | unknown capability 'pauze'; did you mean 'pause'?
          head -c 100000 /dev/zero; cat                 | more than 65536 bytes
          """)
  void whatIsNoDriverIsSaidInOneLine(String script, String message) {
    assertThatThrownBy(() -> start(script))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining(message)
        .hasMessageStartingWith("the driver 'sh' ")
        .hasMessageNotContaining("\n");
  }

  @Test
  void aDriverWithoutHelloIsNotWaitedForForEver() {
    assertThatThrownBy(() -> start("cat", Duration.ofMillis(300)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("said no hello within");
  }

  @Test
  void aCommandThatDoesNotExistIsSaid() {
    ClientFile client = ClientFile.of(List.of("/no/such/driver"), Set.of());
    assertThatThrownBy(() -> JsonLinesDriver.start(client, Duration.ofSeconds(5)))
        .isInstanceOf(StartFailed.class)
        .hasMessageContaining("cannot start the driver '/no/such/driver'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          exit 9                                  | ended with exit code 9
          echo debugging…; cat                    | 'debugging…' is no JSON object in a line
          echo '{"outcome": "success"}'; cat      | has no 'id'
          echo '{"id": "8", "outcome": "success"}'; cat | speaks of an upload that was not started
          echo '{"id": "1", "outcome": "done"}'; cat    | has no 'outcome' of success, failed
          echo '{"id": "1", "outcome": "failed", "cause": "moon"}'; cat | has an unknown 'cause'
          echo '{"id": "1", "outcome": "failed", "error": "E_FAIL"}'; cat | 'error' is no number
          """)
  void aDriverThatDiesOrTalksNonsenseIsGone(String script, String message) throws Exception {
    try (JsonLinesDriver driver = start(HELLO + "read -r line\n" + script)) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      Report report = told.next();
      assertThat(report.outcome()).isEqualTo(Outcome.NONE);
      assertThat(report.message()).contains(message).doesNotContain("\n");
      assertThat(driver.gone()).isEqualTo(report.message());

      Told next = new Told();
      driver.start(Told.order("2"), next);
      assertThat(next.next().outcome()).isEqualTo(Outcome.NONE);
    }
  }

  @Test
  void aProblemIsNoOutcome() throws Exception {
    try (JsonLinesDriver driver =
        start(
            HELLO + "read -r l; echo '{\"id\": \"1\", \"problem\": \"cannot\"}'; cat >/dev/null")) {
      Told told = new Told();
      driver.start(Told.order("1"), told);
      assertThat(told.next())
          .isEqualTo(Report.of(Outcome.NONE, "the driver did not understand: cannot"));
      assertThat(driver.gone()).isNull();
    }
  }

  /** Neither a full pipe of errors nor one of orders that nobody reads holds up the kit. */
  @Test
  void megabytesOfErrorsAndOrdersThatNobodyReads() throws Exception {
    try (JsonLinesDriver driver =
        start(HELLO + "yes errors | head -c 5000000 >&2; echo >&2; echo last >&2; sleep 60")) {
      Told told = new Told();
      for (int i = 0; i < 2000; i++) {
        driver.start(Told.order("order-" + i), told);
      }
      Awaitility.await().atMost(30, TimeUnit.SECONDS).until(() -> driver.output().contains("last"));
      assertThat(told.rest()).isEmpty();
    }
  }

  @Test
  void theEndOfItsInputEndsTheDriver() throws Exception {
    JsonLinesDriver driver = start(HELLO + "cat >/dev/null; echo ended in peace >&2");
    Told told = new Told();
    driver.start(Told.order("1"), told);
    driver.close();

    Awaitility.await()
        .atMost(30, TimeUnit.SECONDS)
        .until(() -> driver.output().contains("ended in peace"));
    assertThat(told.rest()).isEmpty();
  }
}
