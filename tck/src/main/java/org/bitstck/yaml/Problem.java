package org.bitstck.yaml;

/**
 * What is wrong with a file that a person wrote, and where.
 *
 * @param at the place
 * @param message what is wrong and, where it can be told, what was meant
 * @param excerpt the line with a caret under the place; empty if the line is not known
 */
public record Problem(Position at, String message, String excerpt) {
  /** The problem as the console shows it: place, message, and the line with a caret. */
  public String render() {
    return at + ": " + message + (excerpt.isEmpty() ? "" : "\n" + excerpt);
  }
}
