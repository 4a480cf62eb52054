package org.bitstck.exchange;

import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes the values out of an Ack as tolerantly as possible. Whether their form and their names are
 * right is judged by the rules; a value in a wrong form must not show up as a wrong value besides.
 */
public final class AckReading {
  private static final Pattern MISNAMED_ERROR =
      Pattern.compile("(?i)(X-)?BITS[-_]?Err(or)?[-_]?(Code|Value|HResult)?");
  private static final Pattern RANGE_FORM = Pattern.compile("(?i)(?:bytes[ =])?\\d+-(\\d+)(/.*)?");
  private static final Pattern HEX_PREFIX = Pattern.compile("^0?[xX]");
  private static final long WORD = 0xFFFFFFFFL;

  private AckReading() {}

  /** The error header's value, under its right names or one that resembles them. */
  public static Optional<String> errorText(Response response) {
    for (String name : Bits.ERROR_HEADERS) {
      Optional<String> value = response.headers().first(name);
      if (value.isPresent()) {
        return value;
      }
    }
    return misnamedError(response).map(Header::value);
  }

  /** A header that looks like the error header under a name that no client knows. */
  public static Optional<Header> misnamedError(Response response) {
    for (Header line : response.headers()) {
      if (mayBeMisnamed(line.name())
          && MISNAMED_ERROR.matcher(line.name()).matches()
          && Bits.ERROR_HEADERS.stream().noneMatch(line::is)) {
        return Optional.of(line);
      }
    }
    return Optional.empty();
  }

  /** All names of all answers are asked, and the expression is slow to say no. */
  private static boolean mayBeMisnamed(String name) {
    int last = Math.min("X-BITS-".length(), name.length() - "Err".length());
    if (last < "BITS".length() || "BbXx".indexOf(name.charAt(0)) < 0) {
      return false;
    }
    for (int at = "BITS".length(); at <= last; at++) {
      if ((name.charAt(at) | ' ') == 'e' && name.regionMatches(true, at, "Err", 0, 3)) {
        return true;
      }
    }
    return false;
  }

  public static OptionalLong error(Response response) {
    return errorText(response).map(AckReading::number).orElse(OptionalLong.empty());
  }

  public static OptionalLong context(Response response) {
    return response
        .headers()
        .first(Bits.ERROR_CONTEXT)
        .map(AckReading::number)
        .orElse(OptionalLong.empty());
  }

  /**
   * A 32-bit value: hexadecimal with or without 0x, or, where that does not fit, signed or unsigned
   * decimal.
   */
  public static OptionalLong number(String text) {
    String stripped = text.strip();
    String digits = HEX_PREFIX.matcher(stripped).replaceFirst("");
    try {
      if (digits.length() < stripped.length() && digits.length() > 8) {
        // a 64-bit number, with zeros or the sign before the 32 bits that count
        return OptionalLong.of(Long.parseUnsignedLong(digits, 16) & WORD);
      }
      if (!digits.startsWith("-") && digits.length() <= 8) {
        return OptionalLong.of(Long.parseLong(digits, 16));
      }
      return OptionalLong.of(Long.parseLong(digits) & WORD);
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  /** The next offset wanted; the end of a range plus one where a server wrote a range. */
  public static OptionalLong receivedRange(Response response) {
    Optional<String> value = response.headers().first(Bits.RECEIVED_RANGE).map(String::strip);
    if (value.isEmpty()) {
      return OptionalLong.empty();
    }
    try {
      Matcher range = RANGE_FORM.matcher(value.get());
      return OptionalLong.of(
          range.matches() ? Long.parseLong(range.group(1)) + 1 : Long.parseLong(value.get()));
    } catch (NumberFormatException e) {
      return OptionalLong.empty();
    }
  }

  public static Optional<String> sessionId(Response response) {
    return response.headers().first(Bits.SESSION_ID).map(String::strip).filter(id -> !id.isEmpty());
  }
}
