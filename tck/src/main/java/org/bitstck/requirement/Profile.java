package org.bitstck.requirement;

import java.util.Arrays;
import java.util.Locale;
import java.util.stream.Collectors;

/** Which reading of the two contradicting texts a peer is held to. */
public enum Profile {
  /** The union of both texts: judges what matters between peers. The default. */
  INTEROP,
  /** MC-BUP to the letter. */
  STRICT,
  /** The Win32 documentation pages. */
  WIN32;

  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Profile of(String text) {
    for (Profile profile : values()) {
      if (profile.text().equals(text)) {
        return profile;
      }
    }
    throw new IllegalArgumentException(
        "'"
            + text
            + "' is no profile: "
            + Arrays.stream(values()).map(Profile::text).collect(Collectors.joining(", ")));
  }
}
