package org.bitstck.play.client.scripted;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The Range header of a download, RFC 2616 section 14.35. */
final class ByteRanges {
  private static final Pattern RANGE = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

  /** More ranges than any client has a reason for. */
  private static final int MOST = 100;

  private ByteRanges() {}

  /**
   * A part of an entity.
   *
   * @param first zero-based
   * @param last inclusive
   */
  record Span(int first, int last) {
    String contentRange(int size) {
      return "bytes " + first + "-" + last + "/" + size;
    }
  }

  /**
   * The ranges that lie in an entity, in the order of the request; none if none does.
   *
   * @return empty if the value has no right form, and is to be ignored
   */
  static Optional<List<Span>> of(String value, int size) {
    String text = value.strip();
    if (!text.regionMatches(true, 0, "bytes=", 0, 6)) {
      return Optional.empty();
    }
    String[] parts = text.substring(6).split(",", -1);
    if (parts.length > MOST) {
      return Optional.empty();
    }
    List<Span> spans = new ArrayList<>();
    for (String part : parts) {
      Matcher range = RANGE.matcher(part.strip());
      if (!range.matches() || part.strip().equals("-")) {
        return Optional.empty();
      }
      long first = range.group(1).isEmpty() ? -1 : Long.parseLong(range.group(1));
      long last = range.group(2).isEmpty() ? -1 : Long.parseLong(range.group(2));
      if (first >= 0 && last >= 0 && last < first) {
        return Optional.empty();
      }
      span(first, last, size).ifPresent(spans::add);
    }
    return Optional.of(spans);
  }

  private static Optional<Span> span(long first, long last, int size) {
    if (first < 0) {
      // the last so many bytes
      return last == 0 || size == 0
          ? Optional.empty()
          : Optional.of(new Span((int) Math.max(0, size - last), size - 1));
    }
    return first >= size
        ? Optional.empty()
        : Optional.of(new Span((int) first, last < 0 ? size - 1 : (int) Math.min(last, size - 1)));
  }
}
