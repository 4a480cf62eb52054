package org.bitstck.scenario;

import org.bitstck.yaml.Position;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlValue;

/** Where something stands in a scenario file, able to show the line with a caret below. */
public final class Place {
  private static final Position NOWHERE = new Position("bits-tck", 1, 1);

  private final YamlValue value;
  private final Position position;
  private final String excerpt;

  private Place(YamlValue value, Position position, String excerpt) {
    this.value = value;
    this.position = position;
    this.excerpt = excerpt;
  }

  public static Place of(YamlValue value) {
    return new Place(value, null, null);
  }

  /**
   * A place that a report tells of.
   *
   * @param excerpt the line with a caret below; empty where there is no file
   */
  public static Place told(Position position, String excerpt) {
    return new Place(null, position, excerpt);
  }

  /** The place of what the kit made itself, outside of any file. */
  public static Place nowhere() {
    return told(NOWHERE, "");
  }

  public Position position() {
    return value == null ? position : value.position();
  }

  /** The line with a caret below; empty where there is no file. */
  public String excerpt() {
    return value == null ? excerpt : value.excerpt();
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
