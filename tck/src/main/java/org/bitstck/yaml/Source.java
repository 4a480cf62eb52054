package org.bitstck.yaml;

import java.util.List;

/** A text with a name, able to show one of its lines with a caret under a place. */
public final class Source {
  private final String name;
  private final String text;

  /** Made when the first is shown; most files show none. */
  private volatile List<String> lines;

  public Source(String name, String text) {
    this.name = name;
    this.text = text;
  }

  public String name() {
    return name;
  }

  /** Where it begins. */
  Position start() {
    return new Position(name, 1, 1);
  }

  /**
   * The line with carets below.
   *
   * @param position line and column, one-based
   * @param width how many carets, at least one is drawn
   * @return two lines, or an empty string when the text has no such line
   */
  public String excerpt(Position position, int width) {
    List<String> lines = lines();
    if (position.line() < 1 || position.line() > lines.size()) {
      return "";
    }
    String line = lines.get(position.line() - 1);
    String number = String.format("%5d", position.line());
    int room = Math.max(1, line.length() - position.column() + 1);
    return number
        + " | "
        + line
        + "\n      | "
        + " ".repeat(Math.max(0, position.column() - 1))
        + "^".repeat(Math.max(1, Math.min(width, room)));
  }

  private List<String> lines() {
    if (lines == null) {
      lines = text.lines().toList();
    }
    return lines;
  }

  /** A problem at a place of this text. */
  public Problem problem(Position at, int width, String message) {
    return new Problem(at, message, excerpt(at, width));
  }
}
