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

  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Role of(String text) {
    for (Role role : values()) {
      if (role.text().equals(text)) {
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
