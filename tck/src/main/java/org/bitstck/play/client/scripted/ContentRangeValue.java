package org.bitstck.play.client.scripted;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Request;

/**
 * The Content-Range of a FRAGMENT, MC-BUP 2.2.6.
 *
 * @param first zero-based
 * @param last inclusive
 */
public record ContentRangeValue(long first, long last, long total) {
  private static final Pattern FORM =
      Pattern.compile("(?i)bytes[ \\t]+(\\d{1,18})-(\\d{1,18})/(\\d{1,18})");

  /** The value in a right form; empty if there is none. */
  public static Optional<ContentRangeValue> of(Request request) {
    Matcher form = FORM.matcher(request.headers().first(Bits.CONTENT_RANGE).orElse(""));
    if (!form.matches()) {
      return Optional.empty();
    }
    return Optional.of(
        new ContentRangeValue(
            Long.parseLong(form.group(1)),
            Long.parseLong(form.group(2)),
            Long.parseLong(form.group(3))));
  }

  /** The bytes that it speaks of. */
  long length() {
    return last - first + 1;
  }

  boolean makesSense() {
    return first <= last && last < total;
  }

  /** True if it holds the last byte of the file. */
  public boolean completes() {
    return makesSense() && last == total - 1;
  }
}
