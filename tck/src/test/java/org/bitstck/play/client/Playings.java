package org.bitstck.play.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.RequestKind;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that play scenarios with a client of their own against a server that those of a class
 * share; other classes run at the same time.
 */
@TestInstance(Lifecycle.PER_CLASS)
abstract class Playings {
  /** For clients that come to no end: nobody wants to wait long for that here. */
  static final Limits SHORT = Limits.DEFAULT.withAnswer(Duration.ofMillis(200));

  ScriptedServer server;
  ScriptedServer impatient;
  @TempDir Path folder;

  @BeforeAll
  void open() throws IOException {
    server = ScriptedServer.open(Limits.DEFAULT);
    impatient = ScriptedServer.open(SHORT);
  }

  @AfterAll
  void close() {
    server.close();
    impatient.close();
  }

  Recording play(ClientScenario scenario, ScriptClient.Part client) {
    return play(server, Limits.DEFAULT, scenario, new ScriptClient(client));
  }

  /** With limits that let a client that hangs be given up soon. */
  Recording playShort(ClientScenario scenario, ScriptClient.Part client) {
    return play(impatient, SHORT, scenario, new ScriptClient(client));
  }

  Recording play(ScriptedServer with, Limits limits, ClientScenario scenario, ClientDriver driver) {
    Recording recording =
        new ClientPlayer(with, driver, folder, limits, "test").play(scenario, Patience.ALONE);
    assertThat(with.failure()).isNull();
    assertThat(folder).isEmptyDirectory();
    return recording;
  }

  static List<RequestKind> kinds(Recording recording) {
    return recording.requests().stream().map(Recorded::kind).toList();
  }

  /** Status of each answer; 0 where there was none. */
  static List<Integer> statuses(Recording recording) {
    return recording.requests().stream()
        .map(r -> r.exchange().response() == null ? 0 : r.exchange().response().status())
        .toList();
  }
}
