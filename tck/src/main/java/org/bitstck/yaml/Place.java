package org.bitstck.yaml;

/**
 * Where something stands in a file, able to show the line with a caret below. It keeps neither the
 * value nor what is in it: a suite has ten places a scenario.
 */
public final class Place {
  private static final Position NOWHERE = new Position("bits-tck", 1, 1);

  private final Source source;
  private final Position position;
  private final int width;
  private final String told;

  private Place(Source source, Position position, int width, String told) {
    this.source = source;
    this.position = position;
    this.width = width;
    this.told = told;
  }

  public static Place of(YamlValue value) {
    return value.place();
  }

  /**
   * @param width how many carets there are below
   */
  static Place in(Source source, Position position, int width) {
    return new Place(source, position, width, null);
  }

  /**
   * A place that a report tells of.
   *
   * @param excerpt the line with a caret below; empty where there is no file
   */
  public static Place told(Position position, String excerpt) {
    return new Place(null, position, 0, excerpt);
  }

  /** The place of what the kit made itself, outside of any file. */
  public static Place nowhere() {
    return told(NOWHERE, "");
  }

  public Position position() {
    return position;
  }

  /** The line with a caret below; empty where there is no file. */
  public String excerpt() {
    return source == null ? told : source.excerpt(position, width);
  }

  /** A mistake of the author at this place. */
  public YamlException problem(String message) {
    return new YamlException(
        source == null
            ? new Problem(position, message, told)
            : source.problem(position, width, message));
  }

  @Override
  public String toString() {
    return position.toString();
  }
}
