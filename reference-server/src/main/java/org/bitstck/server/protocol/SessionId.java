package org.bitstck.server.protocol;

import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The id of a session: a GUID in braces. Two ids are equal whatever the case of their digits.
 * Source: MC-BUP 2.2.1.2.
 */
public record SessionId(UUID guid) {
  private static final Pattern BRACED =
      Pattern.compile("\\{[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}\\}");

  /**
   * A new id out of 122 random bits of a secure source, so that nobody can guess a session of
   * others.
   */
  public static SessionId random() {
    return new SessionId(UUID.randomUUID());
  }

  /**
   * Reads a header value.
   *
   * @return empty if it is no GUID in braces
   */
  public static Optional<SessionId> parse(String value) {
    if (!isGuid(value)) {
      return Optional.empty();
    }
    return Optional.of(new SessionId(UUID.fromString(value.substring(1, value.length() - 1))));
  }

  static boolean isGuid(String value) {
    return value.length() == 38 && BRACED.matcher(value).matches();
  }

  /** The name of the session's files: lower case, without braces. */
  public String fileName() {
    return guid.toString();
  }

  @Override
  public String toString() {
    return "{" + guid.toString().toUpperCase(Locale.ROOT) + "}";
  }
}
