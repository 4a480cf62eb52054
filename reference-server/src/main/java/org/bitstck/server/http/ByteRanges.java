package org.bitstck.server.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The parts of a file that a Range header asks for. Source: RFC 2616 14.35, RFC 9110 14.1.2. */
public final class ByteRanges {
  /** Zero-based offsets of the first and the last byte. */
  public record Part(long first, long last) {
    public long length() {
      return last - first + 1;
    }
  }

  /** Which parts of a file a Range header asks for. */
  public interface Reader {
    /**
     * @param value null if there is no header
     * @param size of the file in bytes
     * @return null if the header is missing or has to be ignored; empty if no part of it is in the
     *     file; else the parts, cut to the end of the file, in the order in which they are sent
     */
    List<Part> read(String value, long size);
  }

  /** More parts than a client has a reason to ask for: the header is ignored then. */
  private static final int MAX_PARTS = 64;

  private static final Pattern SPEC = Pattern.compile("([0-9]{0,18})-([0-9]{0,18})");

  private ByteRanges() {}

  /**
   * Reads a Range header.
   *
   * @param value null if there is none
   * @param size of the file in bytes
   * @return null if the header is missing or has to be ignored; empty if no part of it is in the
   *     file; else the parts in the order of the request, cut to the end of the file
   */
  public static List<Part> parse(String value, long size) {
    if (value == null || !value.regionMatches(true, 0, "bytes=", 0, 6)) {
      return null;
    }
    List<Part> parts = new ArrayList<>();
    int specs = 0;
    for (String text : value.substring(6).split(",", -1)) {
      String spec = text.strip();
      if (spec.isEmpty()) {
        continue;
      }
      Matcher matcher = SPEC.matcher(spec);
      if (!matcher.matches() || spec.equals("-") || ++specs > MAX_PARTS) {
        return null;
      }
      boolean suffix = matcher.group(1).isEmpty();
      boolean open = matcher.group(2).isEmpty();
      long first =
          suffix ? size - Long.parseLong(matcher.group(2)) : Long.parseLong(matcher.group(1));
      long last = suffix || open ? size - 1 : Long.parseLong(matcher.group(2));
      if (!suffix && !open && last < first) {
        return null;
      }
      first = Math.max(0, first);
      last = Math.min(last, size - 1);
      if (first <= last) {
        parts.add(new Part(first, last));
      }
    }
    return specs == 0 ? null : parts;
  }
}
