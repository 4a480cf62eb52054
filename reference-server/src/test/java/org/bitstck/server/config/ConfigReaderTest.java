package org.bitstck.server.config;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.server.directory.Directory;
import org.bitstck.server.directory.Overwrite;
import org.bitstck.server.notification.NotificationSettings;
import org.bitstck.server.protocol.Profile;
import org.bitstck.server.session.Durability;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ConfigReaderTest {
  /** Every key there is. */
  private static final String FULL =
      """
      folder: root
      listen: {host: 0.0.0.0, port: 80}
      admin: {host: 127.0.0.1, port: 9090}
      tls: {certificate: cert.pem, key: key.pem}
      users: users
      profile: win32
      fsync: fragment
      timeouts: {idle: 1m, head: 2s, body: 3s, body-minimum: 1 KiB, stop: 500ms}
      limits: {connections: 1, sessions: 2, sessions-per-client: 3}
      log: {format: json, access: true}
      directories:
        /a/:
          folder: other
          uploads: true
          overwrite: false
          max-size: 1 GiB
          max-fragment: 8 MiB
          quota: 10 GB
          session-timeout: 1d
          max-sessions: 4
          alternate-host: {host: h, fallback-timeout: 5m}
          scripts: false
          read-back: false
          authentication: basic
          may-upload: [alice]
          notification:
            type: by-value
            url: http://app/take
            send-timeout: 1s
            headers-timeout: 2s
            answer-timeout: 3s
      """;

  @TempDir Path home;

  @BeforeEach
  void files() throws IOException {
    Files.createDirectory(home.resolve("root"));
    Files.createFile(home.resolve("users"));
  }

  private ServerConfig read(String yaml) throws IOException, ConfigException {
    Path file = home.resolve("server.yaml");
    Files.writeString(file, yaml);
    return ConfigReader.read(file, Overrides.NONE);
  }

  @Test
  void everything() throws Exception {
    ServerConfig config = read(FULL);
    assertThat(config.folder()).isEqualTo(home.resolve("root").toRealPath());
    assertThat(config.listen()).isEqualTo(new ServerConfig.Listen("0.0.0.0", 80));
    assertThat(config.profile()).isEqualTo(Profile.WIN32);
    assertThat(config.durability()).isEqualTo(Durability.FRAGMENT);
    assertThat(config.sessions().perClient()).isEqualTo(3);
    assertThat(config.directories()).hasSize(1);
    Directory directory = config.directories().get(0);
    assertThat(directory.overwrite()).isEqualTo(Overwrite.REFUSE);
    assertThat(directory.limits().entity()).isEqualTo(1L << 30);
    assertThat(directory.limits().quota()).isEqualTo(10_000_000_000L);
    assertThat(directory.sessionTimeout()).isEqualTo(Duration.ofDays(1));
    assertThat(directory.alternateHost().fallback()).isEqualTo(Duration.ofMinutes(5));
    assertThat(directory.notification().type()).isEqualTo(NotificationSettings.Type.BY_VALUE);
    assertThat(directory.storeRoot()).isEqualTo(directory.folder());
  }

  /** A key that the schema has and the reader does not, or the other way round, shows here. */
  @Test
  void theSchemaHasTheSameKeys() throws Exception {
    String schema;
    try (InputStream in =
        ConfigReader.class.getResourceAsStream("/org/bitstck/server/bits-server.schema.json")) {
      schema = new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
    Matcher keys = Pattern.compile("([a-z-]+): ").matcher(FULL);
    while (keys.find()) {
      assertThat(schema).contains("\"" + keys.group(1) + "\":");
    }
    Matcher described = Pattern.compile("\"([a-z-]+)\": \\{\"").matcher(schema);
    while (described.find()) {
      if (!described.group(1).matches("port|size|time|items")) {
        assertThat(FULL).contains(described.group(1) + ":");
      }
    }
  }

  @Test
  void defaults() throws Exception {
    ServerConfig config = read("folder: root\n");
    assertThat(config.profile()).isEqualTo(Profile.INTEROP);
    assertThat(config.directories()).hasSize(1);
    assertThat(config.directories().get(0).sessionTimeout()).isEqualTo(Duration.ofDays(14));
    assertThat(config.directories().get(0).path()).isEqualTo("/");
    assertThat(config.admin()).isNull();
  }

  private void refused(String yaml, String... messages) {
    assertThatThrownBy(() -> read(yaml))
        .isInstanceOf(ConfigException.class)
        .hasMessageContainingAll(messages);
  }

  @Test
  void aWrongKeyIsShownWithWhatWasMeant() {
    refused(
        "folder: root\ndirectories:\n  /a/:\n    overwite: false\n",
        "server.yaml:4:5: 'overwite' is not known here (did you mean 'overwrite'?)\n"
            + "        overwite: false\n"
            + "        ^^^^^^^^");
  }

  @Test
  void allProblemsAtOnceInTheOrderOfTheFile() {
    assertThatThrownBy(
            () -> read("folder: root\nlimits: {sessions: 0}\nlog: {format: xml}\nprofil: x\n"))
        .isInstanceOfSatisfying(
            ConfigException.class,
            e -> {
              assertThat(e.problems()).hasSize(3);
              assertThat(e.problems().get(0)).contains(":2:20: 'sessions' has to be a number");
              assertThat(e.problems().get(1)).contains(":3:15: 'xml' is not known");
              assertThat(e.problems().get(2)).contains(":4:1: 'profil'");
            });
  }

  @Test
  void valuesThatCannotBe() {
    refused("folder: nowhere\n", ":1:9: ", "is not a folder");
    refused("x: 1\n", "needs a 'folder'");
    refused("folder: [root]\n", "'folder' has to be a text");
    refused("folder: root\nfolder: root\n", "2:1");
    refused("- folder\n", "expected keys and values");
    refused("folder: 'root\n", "not YAML");
    refused("folder: root\nadmin: {}\n", "needs a 'port'");
    refused("folder: root\nusers: none\n", "cannot be read");
    refused("folder: root\ndirectories: {}\n", "is empty");
    refused("folder: root\ndirectories: {a: }\n", "begins and ends with a slash");
    refused("folder: root\ndirectories: {/../: }\n", "cannot be the name of a folder");
    refused("folder: root\ndirectories: {/: {authentication: basic}}\n", "'users' file");
    refused("folder: root\ndirectories: {/: {notification: {type: by-value}}}\n", "needs a 'url'");
    refused("folder: root\ndirectories: {/: {alternate-host: {host: 'http://a/'}}}\n", "bare host");
    refused("folder: root\ndirectories: {/: {max-size: many}}\n", "a size such as");
    refused("folder: root\ndirectories: {/: {session-timeout: 0s}}\n", "a time such as");
  }
}
