package org.bitstck.subject;

import java.util.Map;
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

  /** Special directories, with the settings that scenarios need of them. */
  public static final Map<String, Set<String>> DIRECTORIES =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("overwrite-forbidden", Set.of()),
              Map.entry("overwrite-allowed", Set.of()),
              Map.entry("uploads-disabled", Set.of()),
              Map.entry("no-permission", Set.of()),
              Map.entry("auth", Set.of()),
              Map.entry("host-id", Set.of("host", "fallback")),
              Map.entry("max-size", Set.of("bytes")),
              Map.entry("max-fragment", Set.of("bytes")),
              Map.entry("session-timeout", Set.of("seconds")),
              Map.entry("session-limit", Set.of("sessions")),
              Map.entry("disk-full", Set.of("bytes")),
              Map.entry("scripts", Set.of()),
              Map.entry("reply-by-reference", Set.of("notifies")),
              Map.entry("reply-by-value", Set.of("notifies"))));

  private Words() {}
}
