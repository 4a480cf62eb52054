package org.bitstck.server.config;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.exceptions.Mark;

/** What is wrong in one configuration file, with the places. */
final class Problems {
  private final String file;
  private final List<String> lines;
  private final List<Problem> found = new ArrayList<>();

  private record Problem(int line, int column, String text) {}

  Problems(String file, String text) {
    this.file = file;
    this.lines = text.lines().toList();
  }

  /**
   * Adds a problem.
   *
   * @param mark where it begins
   * @param width number of characters to underline
   */
  void add(Optional<Mark> mark, int width, String message) {
    if (mark.isEmpty()) {
      found.add(new Problem(-1, -1, file + ": " + message));
      return;
    }
    int line = mark.get().getLine();
    int column = mark.get().getColumn();
    StringBuilder text = new StringBuilder();
    text.append(file).append(':').append(line + 1).append(':').append(column + 1);
    text.append(": ").append(message);
    if (line < lines.size()) {
      int visible = Math.max(1, Math.min(width, lines.get(line).length() - column));
      text.append("\n    ").append(lines.get(line));
      text.append("\n    ").append(" ".repeat(column)).append("^".repeat(visible));
    }
    found.add(new Problem(line, column, text.toString()));
  }

  /**
   * Ends the reading.
   *
   * @throws ConfigException if there was a problem
   */
  void check() throws ConfigException {
    if (!found.isEmpty()) {
      throw new ConfigException(
          found.stream()
              .sorted(Comparator.comparingInt(Problem::line).thenComparingInt(Problem::column))
              .map(Problem::text)
              .toList());
    }
  }
}
