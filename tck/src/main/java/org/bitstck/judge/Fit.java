package org.bitstck.judge;

import java.util.List;

/**
 * What is to be said of a clause.
 *
 * @param kind whether it holds
 * @param words what is wrong, or why nothing can be said; empty if it holds
 * @param exchanges numbers of the exchanges that show it; empty means the scenario as a whole
 */
public record Fit(Kind kind, String words, List<Integer> exchanges) {
  /** The clause holds. */
  public static final Fit HOLDS = new Fit(Kind.HOLDS, "", List.of());

  /** How a clause stands. */
  public enum Kind {
    HOLDS,
    WRONG,
    /** What it speaks of never came about, although it should have. */
    UNREACHED,
    /** There is nothing to judge it by, through nobody's fault. */
    UNKNOWN
  }

  public static Fit wrong(String words, List<Integer> exchanges) {
    return new Fit(Kind.WRONG, words, exchanges);
  }

  /** Wrong in the scenario as a whole. */
  public static Fit wrong(String words) {
    return wrong(words, List.of());
  }

  public static Fit unreached(String words) {
    return new Fit(Kind.UNREACHED, words, List.of());
  }

  public static Fit unknown(String words) {
    return new Fit(Kind.UNKNOWN, words, List.of());
  }

  public boolean isWrong() {
    return kind == Kind.WRONG;
  }
}
