package org.bitstck.scenario;

import org.bitstck.yaml.Position;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlValue;

/** Where something stands in a scenario file, able to show the line with a caret below. */
public final class Place {
  private final YamlValue value;

  private Place(YamlValue value) {
    this.value = value;
  }

  public static Place of(YamlValue value) {
    return new Place(value);
  }

  /** The place of what the kit made itself, outside of any file. */
  public static Place nowhere() {
    return new Place(null);
  }

  public Position position() {
    return value == null ? new Position("bits-tck", 1, 1) : value.position();
  }

  /** The line with a caret below; empty where there is no file. */
  public String excerpt() {
    return value == null ? "" : value.excerpt();
  }

  /** A mistake of the author at this place. */
  public YamlException problem(String message) {
    return value.problem(message);
  }

  @Override
  public String toString() {
    return position().toString();
  }
}
