package org.bitstck.scenario;

import org.bitstck.yaml.Position;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlValue;

/**
 * Where something stands in a scenario file.
 *
 * @param excerpt the line with a caret below
 */
public record Place(Position position, String excerpt) {
  static Place of(YamlValue value) {
    return new Place(value.position(), value.excerpt());
  }

  /** A mistake of the author at this place. */
  YamlException problem(String message) {
    return new YamlException(new Problem(position, message, excerpt));
  }

  @Override
  public String toString() {
    return position.toString();
  }
}
