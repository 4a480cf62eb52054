package org.bitstck.mutation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** What became of the mutants, as a part of a page in Markdown. The rest is left as it is. */
final class MutantPage {
  private static final String BEGIN =
      "<!-- mutants: written by mutation/table.sh, up to the end mark -->";
  private static final String BEGINNING = "<!-- mutants:";
  private static final String END = "<!-- end of mutants -->";

  private final List<Mutant> mutants;
  private final List<Survivor> survivors;

  MutantPage(List<Mutant> mutants, List<Survivor> survivors) {
    this.mutants = List.copyOf(mutants);
    this.survivors = List.copyOf(survivors);
  }

  /**
   * Puts the figures into a page, in place of those that were there.
   *
   * @throws IllegalArgumentException if the page has no place for them
   */
  String into(String page) {
    int begin = page.indexOf(BEGINNING);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "it has no line '" + BEGIN + "' with a line '" + END + "' behind it");
    }
    return page.substring(0, begin) + part() + page.substring(end);
  }

  private String part() {
    List<String> lines = new ArrayList<>();
    lines.add(BEGIN);
    lines.add("");
    lines.add(
        "| package | mutants | killed | equivalent | unseen | guard | free | open | killed of all | of those that show |");
    lines.add("|---|---|---|---|---|---|---|---|---|---|");
    for (String name : new TreeSet<>(mutants.stream().map(Mutant::packageName).toList())) {
      lines.add(
          figures(
              "`" + name + "`",
              mutants.stream().filter(m -> m.packageName().equals(name)).toList(),
              survivors.stream().filter(s -> s.mutant().packageName().equals(name)).toList()));
    }
    lines.add(figures("**all**", mutants, survivors));
    lines.add("");
    lines.add("### Mutants that survived");
    lines.add("");
    lines.add("| where | line | what the mutant does | why it is no hole |");
    lines.add("|---|---|---|---|");
    survivors.forEach(survivor -> lines.add(row(survivor)));
    lines.add("");
    return String.join("\n", lines) + "\n";
  }

  private static String figures(String name, List<Mutant> all, List<Survivor> left) {
    List<Reason> reasons = left.stream().flatMap(survivor -> survivor.reason().stream()).toList();
    long hidden = reasons.stream().filter(Reason::hidden).count();
    long killed = all.stream().filter(Mutant::killed).count();
    List<Object> cells = new ArrayList<>(List.of(name, all.size(), killed));
    for (Reason reason : Reason.values()) {
      cells.add(Collections.frequency(reasons, reason));
    }
    cells.add(left.size() - reasons.size());
    cells.add(percent(killed, all.size()));
    cells.add(percent(killed, all.size() - hidden));
    return line(cells.toArray());
  }

  private static String percent(long part, long all) {
    return all == 0 ? "" : part * 100 / all + " %";
  }

  private static String row(Survivor survivor) {
    Mutant mutant = survivor.mutant();
    return line(
        "`" + mutant.place() + "`, " + mutant.file() + ":" + mutant.line(),
        "`" + survivor.text().replace("|", "\\|") + "`",
        mutant.change().replace("|", "\\|"),
        survivor
            .why()
            .orElse(mutant.unvisited() ? "**open**: no scenario comes here" : "**open**"));
  }

  private static String line(Object... cells) {
    StringBuilder line = new StringBuilder("|");
    for (Object cell : cells) {
      line.append(' ').append(cell).append(" |");
    }
    return line.toString();
  }
}
