package org.bitstck.subject;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/** The words that subject files and scenarios share for what a subject can do. */
public final class Words {
  /** The kit may kill the server that it spawned and start it again. */
  public static final String RESTART = "restart";

  /** The subject is reached over https; declared by its URL. */
  public static final String TLS = "tls";

  /** What a subject may declare under {@code capabilities}, with what it means. */
  public static final Map<String, String> CAPABILITIES =
      new TreeMap<>(
          Map.of(
              RESTART, "sessions survive a kill and restart of the server; needs 'start'",
              TLS, "the same protocol over https; declared by an https URL"));

  /** What a client may declare, with what it means. */
  public static final Map<String, String> CLIENT_CAPABILITIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("pause", "its caller can pause an upload"),
              Map.entry("resume", "it goes on after a pause or a failure"),
              Map.entry("cancel", "its caller can give an upload up"),
              Map.entry("reply", "it asks for the server application's reply and stores it"),
              Map.entry("fragment-size", "it can be told the size of fragments"),
              Map.entry("credentials", "it can be given user and password"),
              Map.entry("timeouts", "it can be told how long to send and to wait for an answer"),
              Map.entry("retry", "it repeats what failed for a while, after a delay it is told"),
              Map.entry("host-id", "it goes to the host that BITS-Host-Id names"),
              Map.entry("content-name", "it sends Content-Name"),
              Map.entry("report", "it tells status, error and context of a failure")));

  /** What a setting of a directory holds. */
  enum Setting {
    BYTES,
    SECONDS,
    NUMBER,
    HOST,
    URL,
    RELATIVE_URL
  }

  /** Special directories, with the settings that scenarios need of them. */
  static final Map<String, Map<String, Setting>> DIRECTORIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("overwrite-forbidden", Map.of()),
              Map.entry("overwrite-allowed", Map.of()),
              Map.entry("uploads-disabled", Map.of()),
              Map.entry("switchable", Map.of()),
              Map.entry("no-permission", Map.of()),
              Map.entry("auth", Map.of()),
              Map.entry("host-id", Map.of("host", Setting.HOST, "fallback", Setting.SECONDS)),
              Map.entry("max-size", Map.of("bytes", Setting.BYTES)),
              Map.entry("max-fragment", Map.of("bytes", Setting.BYTES)),
              Map.entry("session-timeout", Map.of("seconds", Setting.SECONDS)),
              Map.entry("session-limit", Map.of("sessions", Setting.NUMBER)),
              Map.entry("disk-full", Map.of("bytes", Setting.BYTES)),
              Map.entry("scripts", Map.of()),
              Map.entry("reply-by-reference", Map.of(Directory.NOTIFIES, Setting.URL)),
              Map.entry("reply-by-value", Map.of(Directory.NOTIFIES, Setting.URL)),
              Map.entry("no-notification", Map.of(Directory.NOTIFIES, Setting.URL)),
              Map.entry(
                  "notification-timeout",
                  Map.of(Directory.NOTIFIES, Setting.URL, "timeout", Setting.SECONDS)),
              Map.entry(
                  "relative-notification", Map.of(Directory.NOTIFIES, Setting.RELATIVE_URL))));

  private Words() {}

  /** The names of special directories. */
  public static Set<String> directories() {
    return Set.copyOf(DIRECTORIES.keySet());
  }

  /** The settings that a special directory has; empty if there is no such directory. */
  public static Optional<Set<String>> settings(String directory) {
    return Optional.ofNullable(DIRECTORIES.get(directory)).map(Map::keySet);
  }
}
