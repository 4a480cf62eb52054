package org.bitstck.scenario.server;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Which bytes of the file a fragment carries.
 *
 * @param first zero-based offset; -1 means the next offset wanted, as the session's Acks told it
 * @param last inclusive; -1 means to the end of the file
 */
public record FragmentRange(long first, long last) {
  private static final Pattern FORM = Pattern.compile("(\\d{1,18})-(\\d{1,18})");

  private static final Pattern TO_THE_END = Pattern.compile("\\d{1,18}-");

  /** The whole file. */
  public static final FragmentRange ALL = new FragmentRange(0, -1);

  /** What a correct client has still to send: from the offset of the last Ack to the end. */
  public static final FragmentRange RESUME = new FragmentRange(-1, -1);

  /**
   * Reads {@code 0-99}, {@code 100-} (to the end), {@code all} or {@code resume}.
   *
   * @throws IllegalArgumentException if it is none of them
   */
  public static FragmentRange of(String text) {
    if (text.equals("all")) {
      return ALL;
    }
    if (text.equals("resume")) {
      return RESUME;
    }
    if (TO_THE_END.matcher(text).matches()) {
      return new FragmentRange(Long.parseLong(text.substring(0, text.length() - 1)), -1);
    }
    Matcher matcher = FORM.matcher(text);
    if (!matcher.matches()) {
      throw new IllegalArgumentException(
          "'" + text + "' is no range: write 0-99, 100- (to the end), all or resume");
    }
    long first = Long.parseLong(matcher.group(1));
    long last = Long.parseLong(matcher.group(2));
    if (last < first) {
      throw new IllegalArgumentException(
          "'"
              + text
              + "' ends before it starts; to send such a Content-Range write it under 'headers'");
    }
    return new FragmentRange(first, last);
  }

  /** How many bytes it is in a file of this size; not positive if it starts behind the end. */
  long lengthIn(long size) {
    return lastIn(size) - first + 1;
  }

  /** True if the first offset is known only while the scenario is played. */
  public boolean isResume() {
    return first < 0;
  }

  /** The inclusive end in a file of this size. */
  public long lastIn(long size) {
    return last < 0 ? size - 1 : last;
  }
}
