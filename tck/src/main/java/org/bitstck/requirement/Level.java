package org.bitstck.requirement;

/** How strongly a requirement binds, in the words of RFC 2119. */
public enum Level {
  MUST,
  MUST_NOT,
  SHOULD,
  SHOULD_NOT,
  MAY;

  /** True for MUST and MUST NOT: breaking it makes a peer not conformant. */
  public boolean isMust() {
    return this == MUST || this == MUST_NOT;
  }

  public boolean isShould() {
    return this == SHOULD || this == SHOULD_NOT;
  }

  /** The level as it is written: {@code MUST NOT}. */
  public String text() {
    return name().replace('_', ' ');
  }

  /**
   * Reads the written form.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static Level of(String text) {
    for (Level level : values()) {
      if (level.text().equals(text)) {
        return level;
      }
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no level: MUST, MUST NOT, SHOULD, SHOULD NOT or MAY");
  }
}
