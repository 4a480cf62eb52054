package org.bitstck.yaml;

/**
 * A place in a text.
 *
 * @param file the file's name as the user knows it
 * @param line one-based
 * @param column one-based
 */
public record Position(String file, int line, int column) {
  @Override
  public String toString() {
    return file + ":" + line + ":" + column;
  }
}
