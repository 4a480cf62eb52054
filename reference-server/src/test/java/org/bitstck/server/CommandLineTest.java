package org.bitstck.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.ServerProcess;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The program as a process: lines, exit codes, signals. */
@DisabledOnOs(OS.WINDOWS)
class CommandLineTest {
  private static final byte[] DATA = "0123456789".getBytes(UTF_8);

  @TempDir Path home;

  private String run(int exit, String... arguments) throws Exception {
    Process process = ServerProcess.start(home, arguments);
    String out = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as(err()).isEqualTo(exit);
    return out;
  }

  private String err() throws IOException {
    return Files.readString(home.resolve("err.txt"));
  }

  private static Answer exchange(int port, Request request) throws IOException {
    try (Wire wire = new Wire(port)) {
      return wire.exchange(request);
    }
  }

  @Test
  void help() throws Exception {
    assertThat(run(0, "--help")).contains("--config", "--folder", "--check-config", "Examples:");
    assertThat(run(0, "--version")).startsWith("bits-server ");
    assertThat(run(0, "--print-schema")).contains("\"session-timeout\"");
  }

  @Test
  void wrongUsage() throws Exception {
    run(2, "--no-such-option");
    run(2);
    run(2, "--folder", "nowhere");
    run(2, "--folder", ".", "--profile", "loose");
    assertThat(err()).contains("needs a 'folder'", "nowhere is not a folder", "loose");
  }

  @Test
  void checkConfig() throws Exception {
    Files.writeString(home.resolve("bad.yaml"), "folder: .\nprofil: strict\n");
    run(2, "--config", "bad.yaml", "--check-config");
    assertThat(err()).contains("bad.yaml:2:1: ", "(did you mean 'profile'?)", "^^^^^^");
    Files.writeString(home.resolve("good.yaml"), "folder: .\ndirectories: {/later/: }\n");
    assertThat(run(0, "--config", "good.yaml", "--check-config")).contains("fine");
    assertThat(home.resolve("later")).doesNotExist();
  }

  @Test
  void defects() throws Exception {
    assertThat(run(0, "--help"))
        .containsPattern("--defect=ID[^-]*for\\s+testing\\s+test\\s+kits\\s+only");
    assertThat(run(0, "--list-defects").lines())
        .allMatch(line -> line.matches("\\{\"id\":\"BITS-[^}]*\"role\":\"server\"[^}]*}"));
    run(2, "--folder", ".", "--defect", "BITS-SRV-PING-001/unknown-typo");
    assertThat(err()).contains("did you mean 'BITS-SRV-PING-001/unknown-type'?");
    String defect = "BITS-SRV-PING-001";
    try (ServerProcess server = ServerProcess.serve(home, "--folder", ".", "--defect", defect)) {
      assertThat(exchange(server.port(), Request.ping("/a")).status()).isEqualTo(400);
      assertThat(err()).contains("defective on purpose", "BITS-SRV-PING-001/unknown-type");
    }
  }

  @Test
  void theAddressIsInUse() throws Exception {
    try (ServerProcess first = ServerProcess.serve(home, "--folder", ".")) {
      run(1, "--folder", ".", "--port", Integer.toString(first.port()));
      assertThat(err()).contains("cannot start");
    }
  }

  @Test
  void terminationLetsTheRunningRequestFinish() throws Exception {
    try (ServerProcess server = ServerProcess.serve(home, "--folder", ".");
        Wire wire = new Wire(server.port());
        Wire idle = new Wire(server.port())) {
      assertThat(idle.exchange(Request.ping("/a")).status()).isEqualTo(200);
      String session = wire.exchange(Request.create("/a")).session();
      wire.send(Request.fragment("/a", session, DATA, 0, 10).head()).send("01234");
      Request behind = Request.fragment("/a", session, DATA, 9, 10);
      await().until(() -> exchange(server.port(), behind).offset(), "5"::equals);
      server.terminate();
      assertThat(idle.isClosed()).isTrue();
      wire.send("56789");
      assertThat(wire.read().offset()).isEqualTo("10");
      assertThat(wire.isClosed()).isTrue();
      assertThat(server.exit()).isEqualTo(143);
      try (ServerProcess again = ServerProcess.serve(home, "--folder", ".")) {
        assertThat(exchange(again.port(), Request.close("/a", session)).status()).isEqualTo(200);
        assertThat(home.resolve("a")).hasBinaryContent(DATA);
      }
    }
  }

  @Test
  void hangupReloadsTheDirectories() throws Exception {
    Path config = home.resolve("server.yaml");
    Files.writeString(config, "folder: .\ndirectories: {/: , /x/: }\n");
    try (ServerProcess server = ServerProcess.serve(home, "--config", "server.yaml")) {
      String session = exchange(server.port(), Request.create("/a")).session();
      Files.writeString(config, "folder: .\ndirectories: {/: , /x/: {uploads: false}}\n");
      new ProcessBuilder("kill", "-HUP", Long.toString(server.pid())).start().waitFor();
      await().until(() -> exchange(server.port(), Request.create("/x/a")).status(), s -> s == 501);
      Files.writeString(config, "nonsense: 1\n");
      new ProcessBuilder("kill", "-HUP", Long.toString(server.pid())).start().waitFor();
      await().until(() -> err().contains("configuration not reloaded"));
      Request whole = Request.fragment("/a", session, DATA, 0, 10);
      assertThat(exchange(server.port(), whole).offset()).isEqualTo("10");
    }
  }

  @Test
  void metricsAndHealth() throws Exception {
    try (ServerProcess server =
        ServerProcess.serve(home, "--folder", ".", "--admin-port", "0", "--log-json")) {
      exchange(server.port(), Request.create("/a"));
      int port = Integer.parseInt(err().replaceAll("(?s).*served\",\"port\":(\\d+).*", "$1"));
      assertThat(new String(exchange(port, Request.get("/health")).body(), UTF_8))
          .isEqualTo("ok\n");
      assertThat(new String(exchange(port, Request.get("/metrics")).body(), UTF_8))
          .contains("bits_requests_total{packet=\"CREATE-SESSION\",status=\"200\"} 1\n")
          .contains("bits_sessions_open 1\n");
      assertThat(exchange(server.port(), Request.get("/metrics")).status()).isEqualTo(404);
    }
  }
}
