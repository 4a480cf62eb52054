package org.bitstck.server;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import at.favre.lib.crypto.bcrypt.BCrypt;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import org.bitstck.server.testing.Answer;
import org.bitstck.server.testing.Request;
import org.bitstck.server.testing.TestServer;
import org.bitstck.server.testing.Wire;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AuthenticationTest {
  private static final byte[] TEN = "0123456789".getBytes(UTF_8);
  private static final String[] CONFIG = {
    "users: users", "directories: {/: {authentication: basic, may-upload: [alice, carol]}}"
  };

  @TempDir Path home;

  @BeforeEach
  void users() throws IOException {
    StringBuilder text = new StringBuilder("# name:hash\n");
    for (String name : new String[] {"alice", "bob", "carol"}) {
      BCrypt.Hasher hasher = BCrypt.with(BCrypt.Version.VERSION_2Y);
      text.append(name).append(':');
      text.append(hasher.hashToString(4, (name + "!").toCharArray())).append('\n');
    }
    Files.writeString(home.resolve("users"), text);
  }

  private static Request as(String user, String password, Request request) {
    String credentials =
        Base64.getEncoder().encodeToString((user + ":" + password).getBytes(UTF_8));
    return request.header("Authorization", "Basic " + credentials);
  }

  @Test
  void withoutCredentialsThereIsAChallengeAndNoSession() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG)) {
      for (Request request : new Request[] {Request.ping("/a"), Request.create("/a")}) {
        Answer answer = server.exchange(request);
        assertThat(answer.outcome()).isEqualTo("401 0x80070005 0x5");
        assertThat(answer.header("WWW-Authenticate")).startsWith("Basic realm=");
        assertThat(answer.session()).isNull();
      }
      assertThat(server.exchange(Request.get("/a")).status()).isEqualTo(401);
    }
  }

  @Test
  void wrongPasswordAndUnknownUser() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG)) {
      assertThat(server.exchange(as("alice", "no", Request.ping("/a"))).status()).isEqualTo(401);
      assertThat(server.exchange(as("dave", "dave!", Request.ping("/a"))).status()).isEqualTo(401);
      assertThat(server.exchange(Request.ping("/a").header("Authorization", "Basic ???")).status())
          .isEqualTo(401);
    }
  }

  @Test
  void aUserWithoutPermission() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG)) {
      assertThat(server.exchange(as("bob", "bob!", Request.create("/a"))).outcome())
          .isEqualTo("403 0x80070005 0x5");
    }
  }

  @Test
  void wholeUploadAndNobodyElseInTheSession() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG);
        Wire wire = server.connect()) {
      String session = wire.exchange(as("alice", "alice!", Request.create("/a"))).session();
      Request stolen = as("carol", "carol!", Request.fragment("/a", session, TEN, 0, 10));
      assertThat(server.exchange(stolen).outcome()).isEqualTo("403 0x80070005 0x5");
      Request own = as("alice", "alice!", Request.fragment("/a", session, TEN, 0, 10));
      assertThat(wire.exchange(own).offset()).isEqualTo("10");
      assertThat(wire.exchange(as("alice", "alice!", Request.close("/a", session))).status())
          .isEqualTo(200);
      assertThat(wire.exchange(as("bob", "bob!", Request.get("/a"))).body()).isEqualTo(TEN);
    }
  }

  /**
   * The first check of a password is done elsewhere; what comes behind it on the connection has to
   * wait.
   */
  @Test
  void pipelinedRequestsWaitForThePassword() throws Exception {
    try (TestServer server = new TestServer(home, CONFIG);
        Wire wire = server.connect()) {
      wire.send(as("alice", "alice!", Request.ping("/a")).bytes());
      wire.send(Request.ping("/a").bytes());
      wire.send(as("carol", "carol!", Request.ping("/a")).bytes());
      assertThat(wire.read().status()).isEqualTo(200);
      assertThat(wire.read().status()).isEqualTo(401);
      assertThat(wire.read().status()).isEqualTo(200);
    }
  }
}
