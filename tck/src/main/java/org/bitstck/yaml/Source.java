package org.bitstck.yaml;

import java.util.List;

/** A text with a name, able to show one of its lines with a caret under a place. */
public final class Source {
  private final String name;
  private final List<String> lines;

  public Source(String name, String text) {
    this.name = name;
    this.lines = text.lines().toList();
  }

  public String name() {
    return name;
  }

  /**
   * The line with carets below.
   *
   * @param position line and column, one-based
   * @param width how many carets, at least one is drawn
   * @return two lines, or an empty string when the text has no such line
   */
  public String excerpt(Position position, int width) {
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

  /** A problem at a place of this text. */
  public Problem problem(Position at, int width, String message) {
    return new Problem(at, message, excerpt(at, width));
  }
}
