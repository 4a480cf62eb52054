package org.bitstck.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Files;
import java.nio.file.Path;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an operator can set for a directory. */
class DirectoryRulesTest {
  private static final byte[] TEN = "0123456789".getBytes(UTF_8);

  @TempDir Path home;

  private static Request whole(String target, String session) {
    return Request.fragment(target, session, TEN, 0, TEN.length);
  }

  @Test
  void uploadsOff() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: , /off/: {uploads: false}}")) {
      assertThat(server.exchange(Request.create("/off/a")).outcome())
          .isEqualTo("501 0x80070005 0x5");
      assertThat(server.exchange(Request.create("/a")).outcome()).isEqualTo("200");
    }
  }

  @Test
  void filesThatCanBeRun() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: , /cgi/: {scripts: true}}")) {
      assertThat(server.exchange(Request.create("/cgi/a")).outcome())
          .isEqualTo("403 0x80200023 0x5");
      String session = server.session("/a");
      server.reload("directories: {/: {scripts: true}}");
      assertThat(server.unfinished()).isZero();
      server.reload("directories: {/: }");
      assertThat(server.exchange(whole("/a", session)).outcome()).isEqualTo("500 0x8020001F 0x5");
    }
  }

  @Test
  void outsideOfAllDirectories() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/in/: }")) {
      assertThat(server.exchange(Request.create("/a")).outcome()).isEqualTo("501 0x80070005 0x5");
      assertThat(server.exchange(Request.create("/in/../a")).outcome())
          .isEqualTo("400 0x80070057 0x5");
      assertThat(server.exchange(Request.create("/in/a")).outcome()).isEqualTo("200");
    }
  }

  @Test
  void overwriteRefusedAtCreate() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {overwrite: false}}")) {
      Files.writeString(server.file("a"), "old");
      assertThat(server.exchange(Request.create("/a")).outcome()).isEqualTo("403 0x80070005 0x5");
      assertThat(server.file("a")).hasContent("old");
    }
  }

  @Test
  void overwriteRefusedAtCloseAndSessionStays() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {overwrite: false}}")) {
      String session = server.session("/a");
      assertThat(server.exchange(whole("/a", session)).status()).isEqualTo(200);
      Files.writeString(server.file("a"), "old");
      assertThat(server.exchange(Request.close("/a", session)).outcome())
          .isEqualTo("403 0x80070005 0x5");
      assertThat(server.file("a")).hasContent("old");
      Files.delete(server.file("a"));
      assertThat(server.exchange(Request.close("/a", session)).status()).isEqualTo(200);
      assertThat(server.file("a")).hasBinaryContent(TEN);
      assertThat(server.unfinished()).isZero();
    }
  }

  @Test
  void win32AnswersConflict() throws Exception {
    try (TestServer server =
        new TestServer(home, "profile: win32", "directories: {/: {overwrite: false}}")) {
      Files.writeString(server.file("a"), "old");
      Answer answer = server.exchange(Request.create("/a"));
      assertThat(answer.outcome()).isEqualTo("409 0x80070005 0x5");
      assertThat(answer.header("BITS-Error")).isNull();
    }
  }

  @Test
  void strictHasOneErrorHeaderAndRefusesOverlap() throws Exception {
    try (TestServer server = new TestServer(home, "profile: strict")) {
      Answer unknown = server.exchange(Request.packet("NONE", "/a"));
      assertThat(unknown.header("BITS-Error")).isEqualTo("0x80070057");
      assertThat(unknown.header("BITS-Error-Code")).isNull();
      String session = server.session("/a");
      server.exchange(Request.fragment("/a", session, TEN, 0, 6));
      Answer overlap = server.exchange(Request.fragment("/a", session, TEN, 4, 10));
      assertThat(overlap.status()).isEqualTo(416);
      assertThat(overlap.offset()).isEqualTo("6");
      server.exchange(Request.fragment("/a", session, TEN, 6, 10));
      assertThat(server.exchange(Request.fragment("/a", session, TEN, 6, 10)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void maximumSize() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {max-size: 9}}")) {
      String session = server.session("/a");
      assertThat(server.exchange(Request.fragment("/a", session, TEN, 0, 5)).outcome())
          .isEqualTo("500 0x80200020 0x5");
    }
  }

  @Test
  void maximumFragment() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {max-fragment: 5 B}}")) {
      String session = server.session("/a");
      assertThat(server.exchange(Request.fragment("/a", session, TEN, 0, 6)).outcome())
          .isEqualTo("413 0x80200020 0x5");
      assertThat(server.exchange(Request.fragment("/a", session, TEN, 0, 5)).status())
          .isEqualTo(200);
    }
  }

  @Test
  void exhaustedQuotaLeavesTheSessionUsable() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {quota: 15}}")) {
      String first = server.session("/a");
      String second = server.session("/b");
      server.exchange(whole("/a", first));
      Answer full = server.exchange(whole("/b", second));
      assertThat(full.outcome()).isEqualTo("500 0x80070070 0x5");
      assertThat(full.offset()).isEqualTo("0");
      server.exchange(Request.cancel("/a", first));
      assertThat(server.exchange(whole("/b", second)).status()).isEqualTo(200);
    }
  }

  @Test
  void sessionsExpireAndNewDataRestartsTheTimer() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {session-timeout: 1s}}")) {
      String session = server.session("/a");
      server.exchange(Request.fragment("/a", session, TEN, 0, 5));
      await().until(() -> server.unfinished() == 0);
      assertThat(server.exchange(Request.fragment("/a", session, TEN, 5, 10)).outcome())
          .isEqualTo("500 0x8020001F 0x5");
    }
  }

  @Test
  void maximumNumberOfSessions() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {max-sessions: 1}}")) {
      String session = server.session("/a");
      assertThat(server.exchange(Request.create("/b")).outcome()).isEqualTo("503 0x80070045 0x5");
      server.exchange(Request.cancel("/a", session));
      assertThat(server.exchange(Request.create("/b")).status()).isEqualTo(200);
    }
  }

  @Test
  void sessionsPerClient() throws Exception {
    try (TestServer server = new TestServer(home, "limits: {sessions-per-client: 1}")) {
      server.session("/a");
      assertThat(server.exchange(Request.create("/b")).outcome()).isEqualTo("503 0x80070045 0x5");
    }
  }

  @Test
  void alternateHost() throws Exception {
    try (TestServer server =
        new TestServer(
            home,
            "directories:",
            "  /: {}",
            "  /moved/: {alternate-host: {host: node2.example, fallback-timeout: 2m}}",
            "  /for-ever/: {alternate-host: {host: node2.example}}")) {
      Answer moved = server.exchange(Request.create("/moved/a"));
      assertThat(moved.header("BITS-Host-Id")).isEqualTo("node2.example");
      assertThat(moved.header("BITS-Host-Id-Fallback-Timeout")).isEqualTo("120");
      Answer forEver = server.exchange(Request.create("/for-ever/a"));
      assertThat(forEver.header("BITS-Host-Id")).isEqualTo("node2.example");
      assertThat(forEver.header("BITS-Host-Id-Fallback-Timeout")).isNull();
      assertThat(server.exchange(Request.create("/a")).header("BITS-Host-Id")).isNull();
    }
  }

  @Test
  void readBackOff() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {read-back: false}}")) {
      Files.writeString(server.file("a"), "old");
      assertThat(server.exchange(Request.get("/a")).status()).isEqualTo(404);
    }
  }

  @Test
  void nobodyMayUpload() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/: {may-upload: []}}")) {
      assertThat(server.exchange(Request.create("/a")).outcome()).isEqualTo("403 0x80070005 0x5");
      assertThat(server.unfinished()).isZero();
    }
  }

  @Test
  void reloadEndsTheSessionsOfADisabledDirectoryOnly() throws Exception {
    String on = "directories: {/a/: , /b/: }";
    try (TestServer server = new TestServer(home, on)) {
      String gone = server.session("/a/x");
      String kept = server.session("/b/x");
      server.reload("directories: {/a/: {uploads: false}, /b/: }");
      server.reload(on);
      assertThat(server.exchange(whole("/a/x", gone)).outcome()).isEqualTo("500 0x8020001F 0x5");
      assertThat(server.exchange(whole("/b/x", kept)).status()).isEqualTo(200);
    }
  }

  @Test
  void aDirectoryWithAFolderOfItsOwn() throws Exception {
    try (TestServer server = new TestServer(home, "directories: {/in/: {folder: elsewhere}}")) {
      String session = server.session("/in/a");
      server.exchange(whole("/in/a", session));
      assertThat(server.exchange(Request.close("/in/a", session)).status()).isEqualTo(200);
      assertThat(home.resolve("elsewhere/a")).hasBinaryContent(TEN);
    }
  }
}
