package org.bitstck.scenario;

import java.util.Optional;
import java.util.function.Function;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/**
 * A number that a scenario writes, or one that it makes of a setting of the directory that it runs
 * in: {@code {setting: bytes, plus: 1}}.
 *
 * @param setting its name in the subject file; null where the number is written
 * @param times the setting is multiplied by it
 * @param plus added to that; the number itself where there is no setting
 */
public record Amount(String setting, double times, long plus) {
  /** Most packets are sent so often. */
  public static final Amount ONE = of(1);

  /** This number. */
  public static Amount of(long number) {
    return new Amount(null, 0, number);
  }

  /**
   * Reads a number, or {@code setting}, {@code times}, {@code plus}.
   *
   * @param quantity reads the number and {@code plus}
   * @param unit what one of the setting is in the unit that {@code quantity} reads into
   */
  public static Amount read(YamlValue value, Function<String, Long> quantity, long unit) {
    if (!value.isMapping()) {
      return of(value.as(quantity));
    }
    YamlMapping words = value.mapping("an amount");
    String setting = words.require("setting").text();
    double times = words.take("times").map(v -> v.as(Amount::factor)).orElse(1.0);
    long plus = words.take("plus").map(v -> v.as(quantity)).orElse(0L);
    words.done();
    return new Amount(setting, times * unit, plus);
  }

  private static double factor(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException("a factor like 0.5 is wanted here, not '" + text + "'", e);
    }
  }

  /**
   * The number.
   *
   * @param settings of the directory, by name
   * @throws IllegalStateException if the directory has no such setting
   */
  public long in(Function<String, Optional<String>> settings) {
    if (setting == null) {
      return plus;
    }
    String text =
        settings
            .apply(setting)
            .orElseThrow(
                () -> new IllegalStateException("the directory has no setting '" + setting + "'"));
    return Math.round(number(text) * times) + plus;
  }

  /** Settings are numbers, with a fraction or a unit of bytes. */
  private static double number(String text) {
    return text.matches("\\d+\\.\\d+") ? Double.parseDouble(text) : Quantity.bytes(text);
  }
}
