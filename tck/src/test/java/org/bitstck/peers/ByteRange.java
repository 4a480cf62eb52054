package org.bitstck.peers;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a fragment says of its place: zero-based offsets, {@code last} inclusive.
 *
 * @param total size of the whole file
 */
public record ByteRange(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("(?i)bytes (\\d{1,19})-(\\d{1,19})/(\\d{1,19})");

  /** Reads a Content-Range; anything but a range within its total is refused. */
  public static ByteRange parse(String text) {
    ByteRange range = parseLoosely(text);
    if (range.last < range.first || range.last >= range.total) {
      throw Refusal.syntax();
    }
    return range;
  }

  /** Reads a Content-Range without comparing its numbers. */
  public static ByteRange parseLoosely(String text) {
    Matcher form = FORM.matcher(text);
    try {
      if (form.matches()) {
        return new ByteRange(
            Long.parseLong(form.group(1)),
            Long.parseLong(form.group(2)),
            Long.parseLong(form.group(3)));
      }
    } catch (NumberFormatException e) {
      // beyond 64 bits
    }
    throw Refusal.syntax();
  }

  public long length() {
    return last - first + 1;
  }
}
