package org.bitstck.judge;

/** What is said of a check, and of a requirement as a whole. The worst comes first. */
public enum Verdict {
  /** A MUST is broken. */
  FAIL,
  /** The kit is at fault; never held against the subject. */
  KIT_ERROR,
  /** The subject could not be reached, died, or gave nonsense before the test proper. */
  SUBJECT_ERROR,
  /** A set-up step or the positive twin failed: nothing could be tested. Not conformant. */
  BLOCKED,
  /** A SHOULD is broken, or something tolerated came. */
  WARN,
  /** A MAY, or a place where the texts are silent: what was seen is recorded. */
  INFO,
  /** The outcome is legal. */
  PASS,
  /** The subject does not declare what is needed. */
  NOT_APPLICABLE;

  /** True if it stands in the way of a conformant subject. */
  public boolean isBad() {
    return this == FAIL || isUntested();
  }

  /** True if the check came to no result. */
  public boolean isUntested() {
    return this == KIT_ERROR || this == SUBJECT_ERROR || this == BLOCKED;
  }

  public static Verdict worse(Verdict a, Verdict b) {
    return a.compareTo(b) <= 0 ? a : b;
  }

  /** For people: {@code NOT APPLICABLE}. */
  public String text() {
    return name().replace('_', ' ');
  }
}
