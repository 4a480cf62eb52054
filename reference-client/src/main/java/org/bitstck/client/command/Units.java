package org.bitstck.client.command;

import java.time.Duration;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** Sizes such as {@code 64 KiB} or {@code 10MB}, times such as {@code 500ms} or {@code 2m}. */
final class Units {
  private static final Pattern NUMBER = Pattern.compile("\\s*(\\d{1,18})\\s*([A-Za-z]*)\\s*");

  private Units() {}

  /** Bytes. */
  static final class Size implements ITypeConverter<Long> {
    @Override
    public Long convert(String text) {
      Matcher match = NUMBER.matcher(text);
      if (!match.matches()) {
        throw new TypeConversionException("'" + text + "' is no size, such as 500, 64KiB or 10MB");
      }
      long factor =
          switch (match.group(2).toLowerCase(Locale.ROOT)) {
            case "", "b" -> 1L;
            case "k", "kib" -> 1L << 10;
            case "kb" -> 1000L;
            case "m", "mib" -> 1L << 20;
            case "mb" -> 1000_000L;
            case "g", "gib" -> 1L << 30;
            case "gb" -> 1000_000_000L;
            default ->
                throw new TypeConversionException("'" + match.group(2) + "' is no unit of size");
          };
      long size;
      try {
        size = Math.multiplyExact(Long.parseLong(match.group(1)), factor);
      } catch (ArithmeticException e) {
        throw new TypeConversionException("'" + text + "' is too much");
      }
      if (size == 0) {
        throw new TypeConversionException("'" + text + "' is nothing");
      }
      return size;
    }
  }

  /** Times, in seconds if there is no unit. */
  static final class Time implements ITypeConverter<Duration> {
    @Override
    public Duration convert(String text) {
      Matcher match = NUMBER.matcher(text);
      if (!match.matches() || match.group(1).length() > 9) {
        throw new TypeConversionException("'" + text + "' is no time, such as 500ms, 30s or 2m");
      }
      long number = Long.parseLong(match.group(1));
      return switch (match.group(2)) {
        case "ms" -> Duration.ofMillis(number);
        case "", "s" -> Duration.ofSeconds(number);
        case "m" -> Duration.ofMinutes(number);
        case "h" -> Duration.ofHours(number);
        default -> throw new TypeConversionException("'" + match.group(2) + "' is no unit of time");
      };
    }
  }
}
