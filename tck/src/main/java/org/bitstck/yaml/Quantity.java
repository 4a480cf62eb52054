package org.bitstck.yaml;

import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads quantities as people write them: {@code 300 KiB}, {@code 5 s}, {@code 200ms}. */
public final class Quantity {
  private static final Pattern FORM = Pattern.compile("\\s*(\\d+)\\s*([A-Za-z]*)\\s*");
  private static final Map<String, Long> BYTES =
      Map.of(
          "", 1L, "b", 1L, "byte", 1L, "bytes", 1L, "kib", 1L << 10, "mib", 1L << 20, "gib",
          1L << 30, "tib", 1L << 40);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "min", 60_000L, "h", 3_600_000L);

  private Quantity() {}

  /**
   * A number of bytes.
   *
   * @throws IllegalArgumentException if the text is no size; the message is for the author
   */
  public static long bytes(String text) {
    return read(text, BYTES, "a size like 300, 300 KiB or 2 MiB");
  }

  /**
   * A duration.
   *
   * @throws IllegalArgumentException if the text is none; the message is for the author
   */
  public static Duration duration(String text) {
    return Duration.ofMillis(read(text, MILLIS, "a duration like 200 ms, 5 s or 2 min"));
  }

  private static long read(String text, Map<String, Long> units, String wanted) {
    Matcher matcher = FORM.matcher(text);
    Long unit = matcher.matches() ? units.get(matcher.group(2).toLowerCase(Locale.ROOT)) : null;
    if (unit == null) {
      throw new IllegalArgumentException(wanted + " is wanted here, not '" + text + "'");
    }
    try {
      return Math.multiplyExact(Long.parseLong(matcher.group(1)), unit);
    } catch (ArithmeticException | NumberFormatException e) {
      throw new IllegalArgumentException("'" + text + "' is too large", e);
    }
  }
}
