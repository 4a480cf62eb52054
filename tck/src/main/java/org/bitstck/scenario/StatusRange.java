package org.bitstck.scenario;

import java.util.regex.Pattern;

/**
 * A range of HTTP status codes.
 *
 * @param low inclusive
 * @param high inclusive
 */
public record StatusRange(int low, int high) {
  private static final int FIRST_FINAL = 200;
  private static final int LAST = 599;
  private static final Pattern CLASS = Pattern.compile("[1-5]xx");
  private static final Pattern STATUS = Pattern.compile("[1-5]\\d\\d");

  /** Whether one of several ranges holds a status. */
  public static boolean anyHolds(Iterable<StatusRange> ranges, int status) {
    for (StatusRange range : ranges) {
      if (range.holds(status)) {
        return true;
      }
    }
    return false;
  }

  /** Whether several ranges, taken together, hold every status that an answer can end with. */
  public static boolean coverAll(Iterable<StatusRange> ranges) {
    int open = FIRST_FINAL;
    while (open <= LAST) {
      int covered = open - 1;
      for (StatusRange range : ranges) {
        if (range.holds(open)) {
          covered = Math.max(covered, range.high());
        }
      }
      if (covered < open) {
        return false;
      }
      open = covered + 1;
    }
    return true;
  }

  public boolean holds(int status) {
    return status >= low && status <= high;
  }

  /**
   * Reads {@code 200}, {@code 4xx}, {@code success} or {@code error}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static StatusRange of(String text) {
    if (text.equals("success")) {
      return new StatusRange(200, 299);
    }
    if (text.equals("error")) {
      return new StatusRange(400, 599);
    }
    if (CLASS.matcher(text).matches()) {
      int hundred = (text.charAt(0) - '0') * 100;
      return new StatusRange(hundred, hundred + 99);
    }
    if (STATUS.matcher(text).matches()) {
      int status = Integer.parseInt(text);
      return new StatusRange(status, status);
    }
    throw new IllegalArgumentException(
        "'" + text + "' is no status: write 200, 4xx, success or error");
  }

  @Override
  public String toString() {
    if (low == high) {
      return String.valueOf(low);
    }
    return low == 200 ? "success" : high == 599 && low == 400 ? "any error" : low / 100 + "xx";
  }
}
