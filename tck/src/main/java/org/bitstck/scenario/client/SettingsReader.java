package org.bitstck.scenario.client;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.FileSpecReader;
import org.bitstck.scenario.client.ServerSettings.HostId;
import org.bitstck.scenario.client.ServerSettings.ReplyUrl;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what the client is told, and what the server is like. */
final class SettingsReader {
  /** What a scenario can say of another host. */
  static final Set<HostId> HOST_IDS = EnumSet.complementOf(EnumSet.of(HostId.NONE));

  private static final String REPLY = "reply";

  private SettingsReader() {}

  static ClientSettings client(YamlValue value) {
    YamlMapping words = value.mapping("what the client is told");
    Optional<YamlValue> credentials = words.take("credentials");
    ClientSettings settings =
        new ClientSettings(
            words.take("fragment-size").map(SettingsReader::fragmentSize).orElse(0L),
            credentials.filter(v -> right(v)).isPresent(),
            credentials.filter(v -> !right(v)).isPresent(),
            words.take("answer-timeout").map(SettingsReader::millis).orElse(-1L),
            words.take("send-timeout").map(SettingsReader::millis).orElse(-1L),
            words.take("retry-delay").map(SettingsReader::millis).orElse(-1L),
            words
                .take("file-name")
                .map(SettingsReader::fileName)
                .orElse(ClientSettings.USUAL.fileName()),
            words.take("target").map(SettingsReader::target).orElse(ClientSettings.USUAL.target()));
    words.done();
    return settings;
  }

  private static boolean right(YamlValue value) {
    return switch (value.text()) {
      case "right" -> true;
      case "wrong" -> false;
      default -> throw value.problem("credentials are 'right' or 'wrong'");
    };
  }

  private static long fragmentSize(YamlValue value) {
    long size = value.as(Quantity::bytes);
    if (size == 0) {
      throw value.problem("a fragment has at least one byte");
    }
    return size;
  }

  private static long millis(YamlValue value) {
    long millis = value.as(Quantity::duration).toMillis();
    if (millis == 0) {
      throw value.problem("a time longer than nothing is wanted here");
    }
    return millis;
  }

  private static String fileName(YamlValue value) {
    if (value.text().isBlank() || value.text().matches(".*[/\\\\\\x00].*|\\.{1,2}")) {
      throw value.problem("the name of a file is wanted here, without a folder");
    }
    return value.text();
  }

  private static String target(YamlValue value) {
    if (!value.text().matches("[!-~&&[^#/?]][!-~&&[^#]]*")) {
      throw value.problem(
          "a part of a URL is wanted here, percent-encoded and without a slash in front:"
              + " a%20b.bin?ACCOUNT=7");
    }
    return value.text();
  }

  static ServerSettings server(YamlValue value) {
    YamlMapping words = value.mapping("what the server is like");
    Optional<FileSpec> reply = words.take(REPLY).map(v -> FileSpecReader.fixed(REPLY, v));
    Optional<ReplyUrl> replyUrl =
        words.take("reply-url").map(v -> ExpectReader.one(v, EnumSet.allOf(ReplyUrl.class)));
    Optional<HostId> hostId = words.take("host-id").map(v -> ExpectReader.one(v, HOST_IDS));
    ServerSettings settings =
        new ServerSettings(
            reply.orElse(null),
            replyUrl.orElse(ReplyUrl.ABSOLUTE),
            hostId.orElse(HostId.NONE),
            words.take("fallback").map(v -> v.as(Quantity::duration)).orElse(null),
            words.take("authentication").map(SettingsReader::authentication).orElse(false),
            words.take("session-id").map(SettingsReader::sessionId).orElse(null));
    words.done();
    if (replyUrl.isPresent() && reply.isEmpty()) {
      throw words.key("reply-url").problem("'reply-url' needs a 'reply'");
    }
    if (settings.fallback() != null && hostId.isEmpty()) {
      throw words.key("fallback").problem("'fallback' needs a 'host-id' to fall back from");
    }
    return settings;
  }

  private static boolean authentication(YamlValue value) {
    if (!value.text().equals("basic")) {
      throw value.problem("the server can ask for 'basic' authentication");
    }
    return true;
  }

  private static String sessionId(YamlValue value) {
    if (value.text().isBlank()) {
      throw value.problem("a session id is wanted here");
    }
    return value.text();
  }
}
