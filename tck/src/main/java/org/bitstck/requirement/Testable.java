package org.bitstck.requirement;

import java.util.Locale;

/** How a requirement can be seen from outside. */
public enum Testable {
  /** By packets that the kit sends or answers. */
  ACTIVE,
  /** Only with the subject set up in a certain way. */
  CONFIG,
  /** By watching the traffic of the other scenarios. */
  PASSIVE,
  /** Not at all. */
  NO;

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Testable of(String text) {
    try {
      return valueOf(text.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "'" + text + "' is not one of active, config, passive, no", e);
    }
  }
}
