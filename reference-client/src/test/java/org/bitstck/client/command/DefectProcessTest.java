package org.bitstck.client.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import org.bitstck.client.defect.Defects;
import org.bitstck.client.testing.ClientProcess;
import org.bitstck.client.testing.Script;
import org.bitstck.client.testing.ScriptedServer;
import org.bitstck.client.testing.Uploads;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The client that is wrong on purpose, as who tests a test kit starts it. */
@Timeout(120)
class DefectProcessTest {
  private static final String ID = "BITS-CLI-FRAGMENT-010/gives-up";

  @TempDir Path folder;
  private Path file;
  private ScriptedServer server;

  /** Asks each destination for the upper half of the file at first. */
  @BeforeEach
  void serve() throws IOException {
    file = Uploads.file(folder, 1000);
    Map<String, Integer> fragments = new HashMap<>();
    server =
        new ScriptedServer(
            (request, count) ->
                request.packet().equals("FRAGMENT")
                    ? fragments.merge(request.target(), 1, Integer::sum) == 1
                        ? Script.ack(416, "BITS-Received-Content-Range: 500")
                        : Script.ack(200, "BITS-Received-Content-Range: 1000")
                    : null);
  }

  @AfterEach
  void stop() throws IOException {
    server.close();
  }

  private String order(String id, String more) {
    return "{\"do\":\"start\",\"id\":\"%s\",\"url\":\"%s\",\"file\":\"%s\"%s}"
        .formatted(id, server.url("/" + id), file, more);
  }

  @Test
  void aDriverIsWrongWhereAnOrderWantsIt() throws Exception {
    try (ClientProcess client = new ClientProcess(folder, "--driver", "--defects")) {
      assertThat(client.line()).contains("\"defects\":true");
      client.say(order("1", ""));
      assertThat(client.line()).isEqualTo("{\"id\":\"1\",\"outcome\":\"success\"}");
      client.say(order("2", ",\"defect\":\"" + ID + "\""));
      assertThat(client.line()).contains("\"id\":\"2\",\"outcome\":\"failed\"", "\"status\":416");
      client.say(order("3", ",\"defect\":\"BITS-CLI-FRAGMENT-10\""));
      assertThat(client.line()).contains("\"id\":\"3\",\"problem\":", "BITS-CLI-FRAGMENT-010");
      client.say(order("4", ""));
      assertThat(client.line()).isEqualTo("{\"id\":\"4\",\"outcome\":\"success\"}");
      client.endInput();
      assertThat(client.exit()).isZero();
      assertThat(client.errors()).contains("WARNING");
    }
  }

  @Test
  void aDriverWithADefectHasItInAllOrders() throws Exception {
    try (ClientProcess client = new ClientProcess(folder, "--driver", "--defect", ID)) {
      assertThat(client.line()).doesNotContain("defects");
      client.say(order("1", ""));
      assertThat(client.line()).contains("\"outcome\":\"failed\"");
      client.say(order("2", ",\"defect\":\"" + ID + "\""));
      assertThat(client.line()).contains("\"id\":\"2\",\"problem\":");
      assertThat(client.errors()).contains("WARNING", ID);
    }
  }

  @Test
  void aPlainDriverHasNoDefects() throws Exception {
    try (ClientProcess client = new ClientProcess(folder, "--driver")) {
      assertThat(client.line()).doesNotContain("defects");
      client.say(order("1", ",\"defect\":\"" + ID + "\""));
      assertThat(client.line()).contains("\"id\":\"1\",\"problem\":", "--defects");
      client.say(order("2", ""));
      assertThat(client.line()).isEqualTo("{\"id\":\"2\",\"outcome\":\"success\"}");
    }
  }

  @Test
  void theCommandCanBeWrongToo() throws Exception {
    try (ClientProcess client =
        new ClientProcess(folder, "--defect", ID, file.toString(), server.url("/a"))) {
      assertThat(client.exit()).isEqualTo(ExitCode.REFUSED);
      assertThat(client.errors()).contains("WARNING", ID);
    }
    Files.delete(folder.resolve("err.txt"));
    try (ClientProcess client = new ClientProcess(folder, file.toString(), server.url("/b"))) {
      assertThat(client.exit()).isZero();
      assertThat(client.errors()).isEmpty();
    }
  }

  @Test
  void anUnknownDefectIsWrongUsage() throws Exception {
    for (String[] words :
        new String[][] {
          {"--defect", "BITS-CLI-FRAGMNT-010", file.toString(), server.url("/")},
          {"--driver", "--defect", "BITS-CLI-FRAGMNT-010"}
        }) {
      try (ClientProcess client = new ClientProcess(folder, words)) {
        assertThat(client.exit()).isEqualTo(ExitCode.USAGE);
        assertThat(client.errors()).contains("'BITS-CLI-FRAGMENT-010'");
      }
    }
    assertThat(server.seen()).isEmpty();
  }

  @Test
  void theListNamesThemAll() throws Exception {
    try (ClientProcess client = new ClientProcess(folder, "--list-defects")) {
      for (int i = 0; i < Defects.all().size(); i++) {
        assertThat(client.line())
            .contains(
                "\"id\":\"" + Defects.all().get(i).id() + "\"",
                "\"requirement\":\"BITS-",
                "\"role\":\"client\"",
                "\"sentence\":\"",
                "\"follows\":[");
      }
      assertThat(client.line()).isNull();
      assertThat(client.exit()).isZero();
    }
  }
}
