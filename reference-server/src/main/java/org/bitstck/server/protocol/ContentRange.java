package org.bitstck.server.protocol;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where the bytes of a fragment belong. Source: MC-BUP 2.2.6, RFC 2616 14.16; unlike HTTP the
 * protocol needs the total, so {@code *} is refused.
 *
 * @param first zero-based offset of the first byte
 * @param last zero-based offset of the last byte, at least {@code first}, below {@code total}
 * @param total length of the whole entity, in bytes
 */
public record ContentRange(long first, long last, long total) {
  private static final Pattern SYNTAX =
      Pattern.compile("bytes[ \\t]+([0-9]+)-([0-9]+)/([0-9]+)", Pattern.CASE_INSENSITIVE);

  /**
   * Reads a header value.
   *
   * @param value null if the header is missing
   * @throws Refusal 400 if it is missing, does not parse, has a number beyond 63 bits, or
   *     contradicts itself
   */
  public static ContentRange parse(String value) throws Refusal {
    if (value == null) {
      throw Refusal.syntax("no Content-Range");
    }
    Matcher matcher = SYNTAX.matcher(value);
    if (!matcher.matches()) {
      throw Refusal.syntax("Content-Range does not parse");
    }
    ContentRange range =
        new ContentRange(
            number(matcher.group(1)), number(matcher.group(2)), number(matcher.group(3)));
    if (range.last < range.first) {
      throw Refusal.syntax("Content-Range ends before it begins");
    }
    if (range.last >= range.total) {
      throw Refusal.syntax("Content-Range ends behind the total length");
    }
    return range;
  }

  private static long number(String digits) throws Refusal {
    try {
      return Long.parseLong(digits);
    } catch (NumberFormatException e) {
      throw Refusal.syntax("Content-Range has a number beyond 64 bits");
    }
  }

  /** Number of bytes of the fragment. */
  public long length() {
    return last - first + 1;
  }

  /** Whether the fragment has the last byte of the entity. */
  public boolean isLast() {
    return last == total - 1;
  }
}
