package org.bitstck.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which peer a requirement speaks of. */
public enum Role {
  SERVER,
  CLIENT,
  BACKEND_CLIENT,
  SERVER_APPLICATION,
  REPLY_DOWNLOAD_SERVER,
  REPLY_DOWNLOAD_CLIENT;

  private static final String APPLICATION = "application";

  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The word for a peer that can be tested, on the command line and in files. */
  public String peer() {
    return this == SERVER_APPLICATION ? APPLICATION : text();
  }

  /**
   * Reads the written form, or the word for a peer.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Role of(String text) {
    for (Role role : values()) {
      if (role.text().equals(text) || role.peer().equals(text)) {
        return role;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is no role: "
            + Arrays.stream(values()).map(Role::text).collect(Collectors.joining(", ")));
  }
}
