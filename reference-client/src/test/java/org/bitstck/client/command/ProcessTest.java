package org.bitstck.client.command;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.bitstck.client.testing.Script.ack;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.bitstck.client.testing.ClientProcess;
import org.bitstck.client.testing.Script;
import org.bitstck.client.testing.ScriptedServer;
import org.bitstck.client.testing.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class ProcessTest {
  @TempDir Path folder;
  private final CountDownLatch go = new CountDownLatch(1);
  private ScriptedServer server;
  private Path file;

  @AfterEach
  void stop() throws IOException {
    go.countDown();
    if (server != null) {
      server.close();
    }
  }

  private void serve(Script script) throws IOException {
    server = new ScriptedServer(script);
    file = Uploads.file(folder, 100_000);
  }

  /** The second fragment waits for the test. */
  private Script waitingAtTheSecond() {
    return (request, count) -> {
      if (request.packet().equals("FRAGMENT") && count == 1) {
        go.await();
      }
      return null;
    };
  }

  private ClientProcess client(String... more) throws IOException {
    String[] all = new String[more.length + 4];
    all[0] = file.toString();
    all[1] = server.url("/up.bin");
    all[2] = "--fragment-size";
    all[3] = "40kB";
    System.arraycopy(more, 0, all, 4, more.length);
    return new ClientProcess(folder, all);
  }

  private void awaitRequests(int number) {
    await().atMost(60, TimeUnit.SECONDS).until(() -> server.seen().size() >= number);
  }

  private void assertStored() throws IOException {
    assertThat(server.stored()).isEqualTo(Files.readAllBytes(file));
  }

  @Test
  void uploads() throws Exception {
    serve((request, count) -> null);
    try (ClientProcess client = client()) {
      assertThat(client.line()).startsWith("uploaded ").endsWith("98 KiB");
      assertThat(client.exit()).isZero();
    }
    assertStored();
  }

  @Test
  void severalFilesIntoAFolder() throws Exception {
    serve((request, count) -> null);
    Path second = Files.writeString(folder.resolve("b \u00e4#.txt"), "hello");
    try (ClientProcess client =
        new ClientProcess(folder, "-q", file.toString(), second.toString(), server.url("/d/?q"))) {
      assertThat(client.exit()).isZero();
    } catch (java.nio.file.InvalidPathException e) {
      return;
    }
    assertThat(server.seen().get(0).target()).isEqualTo("/d/upload.bin?q");
  }

  @Test
  void exitCodes() throws Exception {
    serve((request, count) -> ack(403));
    String url = server.url("/x");
    assertThat(exit(file.toString(), url)).isEqualTo(ExitCode.REFUSED);
    assertThat(exit("one")).isEqualTo(ExitCode.USAGE);
    assertThat(exit(file.toString(), "nowhere")).isEqualTo(ExitCode.USAGE);
    assertThat(exit(folder.resolve("missing").toString(), url)).isEqualTo(ExitCode.FILE);
    server.close();
    assertThat(exit(file.toString(), url, "--retries", "0")).isEqualTo(ExitCode.TRANSPORT);
    server = new ScriptedServer((request, count) -> Script.SILENCE);
    assertThat(
            exit(file.toString(), server.url("/x"), "--retries", "0", "--answer-timeout", "100ms"))
        .isEqualTo(ExitCode.TIMEOUT);
  }

  private int exit(String... arguments) throws Exception {
    try (ClientProcess client = new ClientProcess(folder, arguments)) {
      return client.exit();
    }
  }

  @Test
  void goesOnAfterAKill() throws Exception {
    serve(waitingAtTheSecond());
    try (ClientProcess client = client("--state", "state")) {
      awaitRequests(3);
      client.kill();
    }
    go.countDown();
    try (ClientProcess client = client("--state", "state")) {
      assertThat(client.exit()).isZero();
    }
    assertStored();
    assertThat(server.log()).filteredOn("CREATE-SESSION"::equals).hasSize(1);
    assertThat(server.log().get(3)).isEqualTo("PING");
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sigtermPauses() throws Exception {
    serve(waitingAtTheSecond());
    try (ClientProcess client = client("--state", "state")) {
      awaitRequests(3);
      client.signal("TERM");
      await().atMost(30, TimeUnit.SECONDS).until(() -> client.errors().contains("pausing"));
      go.countDown();
      assertThat(client.exit()).isEqualTo(ExitCode.PAUSED);
    }
    assertThat(server.log()).hasSize(3);
    try (ClientProcess client = client("--state", "state")) {
      assertThat(client.exit()).isZero();
    }
    assertStored();
    assertThat(server.log().subList(3, 6))
        .containsExactly("PING", "FRAGMENT bytes 80000-99999/100000", "CLOSE-SESSION");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void sigintCancels() throws Exception {
    serve(waitingAtTheSecond());
    try (ClientProcess client = client("--state", "state")) {
      awaitRequests(3);
      client.signal("INT");
      await().atMost(30, TimeUnit.SECONDS).until(() -> client.errors().contains("cancelling"));
      go.countDown();
      assertThat(client.exit()).isEqualTo(ExitCode.CANCELLED);
    }
    assertThat(server.log()).hasSize(4).endsWith("CANCEL-SESSION");
    assertThat(folder.resolve("state")).doesNotExist();
  }

  @Test
  void pauseAfterAndEvents() throws Exception {
    serve((request, count) -> null);
    try (ClientProcess client = client("--json", "--pause-after", "1", "--state", "state")) {
      StringBuilder all = new StringBuilder();
      String line;
      while ((line = client.line()) != null) {
        all.append(line).append('\n');
      }
      assertThat(client.exit()).isEqualTo(ExitCode.PAUSED);
      assertThat(all)
          .contains("\"event\":\"session\"", "\"offset\":40000", "\"outcome\":\"paused\"");
    }
  }

  @Test
  void stateOfAnotherUpload() throws Exception {
    serve((request, count) -> null);
    Files.writeString(folder.resolve("state"), "format=bits-upload-state/1\nurl=http://x/\n");
    try (ClientProcess client = client("--state", "state")) {
      assertThat(client.exit()).isEqualTo(ExitCode.FILE);
      assertThat(client.errors()).contains("state of another upload");
    }
    assertThat(server.log()).isEmpty();
  }

  @Test
  void rateIsLimitedByHoldingFragmentsSmall() throws Exception {
    serve((request, count) -> null);
    try (ClientProcess client = client("--limit-rate", "1MB", "-v")) {
      assertThat(client.exit()).isZero();
    }
    assertStored();
  }

  @Test
  void driver() throws Exception {
    serve(
        (request, count) ->
            request.target().equals("/no") ? Script.error(403, "0x80070005", "0x5") : null);
    try (ClientProcess client = new ClientProcess(folder, "--driver")) {
      assertThat(client.line()).startsWith("{\"driver\":\"bits-tck-driver/1\"");
      client.say(
          "{\"do\": \"start\", \"id\": \"1\", \"url\": \""
              + server.url("/no")
              + "\", \"file\": \""
              + file
              + "\"}");
      assertThat(client.line())
          .contains(
              "\"id\":\"1\"",
              "\"outcome\":\"failed\"",
              "\"cause\":\"http\"",
              "\"status\":403",
              "\"error\":\"0x80070005\"",
              "\"context\":\"0x5\"");
      client.say("{\"do\": \"cancel\", \"id\": \"1\"}");
      assertThat(client.line()).isEqualTo("{\"id\":\"1\",\"outcome\":\"cancelled\"}");
      client.say(
          "{\"do\": \"start\", \"id\": \"2\", \"url\": \""
              + server.url("/yes")
              + "\", \"file\": \""
              + file
              + "\", \"fragmentSize\": 33333}");
      assertThat(client.line()).isEqualTo("{\"id\":\"2\",\"outcome\":\"success\"}");
      client.say("{\"do\": \"dance\", \"id\": \"2\"}");
      assertThat(client.line()).contains("\"id\":\"2\",\"problem\":");
      client.say("{\"do\": \"pause\", \"id\": \"9\"}");
      assertThat(client.line()).contains("\"id\":\"9\",\"problem\":");
      client.endInput();
      assertThat(client.exit()).isZero();
    }
    assertStored();
  }
}
