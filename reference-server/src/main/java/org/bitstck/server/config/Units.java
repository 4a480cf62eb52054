package org.bitstck.server.config;

import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sizes ({@code 64 KiB}) and spans of time ({@code 5m}). */
public final class Units {
  private static final Pattern SYNTAX = Pattern.compile("([0-9]{1,15}) ?([A-Za-z]*)");
  private static final Map<String, Long> BYTES =
      Map.of(
          "",
          1L,
          "B",
          1L,
          "KB",
          1000L,
          "MB",
          1_000_000L,
          "GB",
          1_000_000_000L,
          "TB",
          1_000_000_000_000L,
          "KiB",
          1L << 10,
          "MiB",
          1L << 20,
          "GiB",
          1L << 30,
          "TiB",
          1L << 40);
  private static final Map<String, Long> MILLIS =
      Map.of("ms", 1L, "s", 1000L, "m", 60_000L, "h", 3_600_000L, "d", 86_400_000L);

  private Units() {}

  /** Number of bytes; empty if the text is no size. */
  public static Optional<Long> size(String text) {
    return read(text, BYTES);
  }

  /** A positive span of time; empty if the text is none. */
  public static Optional<Duration> duration(String text) {
    return read(text, MILLIS).filter(millis -> millis > 0).map(Duration::ofMillis);
  }

  private static Optional<Long> read(String text, Map<String, Long> units) {
    Matcher matcher = SYNTAX.matcher(text);
    if (!matcher.matches() || !units.containsKey(matcher.group(2))) {
      return Optional.empty();
    }
    try {
      long number = Long.parseLong(matcher.group(1));
      return Optional.of(Math.multiplyExact(number, units.get(matcher.group(2))));
    } catch (ArithmeticException e) {
      return Optional.empty();
    }
  }
}
