package org.bitstck.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Why mutants survive: a table in Markdown that is written by hand. */
final class Explanations {
  private static final String ANY = "*";
  private static final int COLUMNS = 4;

  private final List<Row> rows;

  /** Parts of {@code change} are enough; {@code *} stands for anything. */
  private record Row(String place, String line, String change, String why) {
    boolean fits(Mutant mutant, String text) {
      return place.equals(mutant.place())
          && (line.equals(ANY) || line.equals(text))
          && (change.equals(ANY) || mutant.change().contains(change));
    }

    String name() {
      return place + " | " + line + " | " + change;
    }
  }

  private Explanations(List<Row> rows) {
    this.rows = rows;
  }

  static Explanations read(Path file) throws IOException {
    List<Row> rows = new ArrayList<>();
    List<String> lines = Files.readAllLines(file);
    for (int i = 0; i < lines.size(); i++) {
      // the table's head and its rule have no code in them
      if (lines.get(i).startsWith("| `")) {
        rows.add(row(lines.get(i), file + ":" + (i + 1)));
      }
    }
    return new Explanations(rows);
  }

  private static Row row(String line, String where) throws IOException {
    String[] cells = line.substring(1).split("(?<!\\\\)\\|");
    if (cells.length != COLUMNS) {
      throw new IOException(where + ": a row is | `place` | `line` | change | why |");
    }
    String why = cells[3].strip();
    if (Reason.of(why).isEmpty()) {
      throw new IOException(
          where
              + ": a reason begins with "
              + Arrays.stream(Reason.values()).map(Reason::word).collect(Collectors.joining(", ")));
    }
    return new Row(plain(cells[0]), plain(cells[1]), plain(cells[2]), why);
  }

  private static String plain(String cell) {
    return cell.strip().replace("`", "").replace("\\|", "|");
  }

  /**
   * Why it survives.
   *
   * @param text of its line, without the space around it
   */
  Optional<String> why(Mutant mutant, String text) {
    return rows.stream().filter(row -> row.fits(mutant, text)).map(Row::why).findFirst();
  }

  /** Rows that fit none of these: something has changed since they were written. */
  List<String> idle(List<Survivor> survivors) {
    return rows.stream()
        .filter(row -> survivors.stream().noneMatch(s -> row.fits(s.mutant(), s.text())))
        .map(Row::name)
        .toList();
  }
}
