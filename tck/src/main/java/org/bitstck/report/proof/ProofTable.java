package org.bitstck.report.proof;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.prove.Accusation;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Row;
import org.bitstck.prove.Row.State;
import org.bitstck.prove.Trial;
import org.bitstck.prove.Trial.Fate;
import org.bitstck.report.Texts;

/** A proof as a part of a page in Markdown. The rest of the page is left as it is. */
public final class ProofTable {
  private static final String BEGIN =
      "<!-- proof: written by `bits-tck prove --table`, up to the end mark -->";
  private static final String END = "<!-- end of proof -->";
  private static final int SCENARIOS = 3;

  private final Proof proof;

  public ProofTable(Proof proof) {
    this.proof = proof;
  }

  /**
   * Puts the proof into a page, in place of the one that was there.
   *
   * @param page as it was; empty for a new one
   * @throws IllegalArgumentException if the page has something in it, but no place for a proof
   */
  public String into(String page) {
    if (page.isBlank()) {
      return "# What the suite is worth\n\n" + part();
    }
    int begin = page.indexOf(BEGIN);
    int end = page.indexOf(END);
    if (begin < 0 || end < begin) {
      throw new IllegalArgumentException(
          "it has no line '" + BEGIN + "' with a line '" + END + "' behind it");
    }
    return page.substring(0, begin) + part() + page.substring(end + END.length() + 1);
  }

  private String part() {
    List<String> lines = new ArrayList<>();
    lines.add(BEGIN);
    lines.add("");
    lines.add(Figures.sentence(proof));
    lines.add("");
    figures(lines);
    list(lines, "Survivors", trials(t -> t.fate() != Fate.OWN), this::survivor);
    list(lines, "Accused of more", trials(t -> !t.extras().isEmpty()), ProofTable::extras);
    rows(lines, "Without a defect", State.NO_DEFECT);
    rows(lines, "Not reachable", State.NOT_REACHABLE);
    defects(lines);
    lines.add(END);
    return String.join("\n", lines) + "\n";
  }

  private List<Trial> trials(Predicate<Trial> which) {
    return proof.trials().stream().filter(which).toList();
  }

  private void figures(List<String> lines) {
    lines.add(
        "| requirements | all | reachable | killed by its own | only by others | survived | no"
            + " defect | own of reachable |");
    lines.add("|---|---|---|---|---|---|---|---|");
    for (Proof.Count count : proof.counts()) {
      int reachable = count.reachable();
      lines.add(
          line(
              count.peer().text() + " " + count.level(),
              count.total(),
              reachable,
              count.of(State.OWN),
              count.of(State.OTHERS),
              count.of(State.SURVIVED) + count.of(State.UNPLAYED),
              count.of(State.NO_DEFECT),
              reachable == 0 ? "-" : Figures.percent(count.of(State.OWN), reachable)));
    }
  }

  private static String line(Object... cells) {
    return Stream.of(cells)
        .map(cell -> cell.toString().replace("|", "\\|").replace("\n", " "))
        .collect(Collectors.joining(" | ", "| ", " |"));
  }

  private static <T> void list(
      List<String> lines, String title, List<T> items, Function<T, String> text) {
    lines.add("");
    lines.add("## " + title);
    lines.add("");
    if (items.isEmpty()) {
      lines.add("None.");
    }
    items.forEach(item -> lines.add("- " + text.apply(item)));
  }

  private String survivor(Trial trial) {
    String why = trial.problem() != null ? trial.problem() : trial.defect().why();
    return "`"
        + trial.defect().id()
        + "` "
        + trial.fate().text()
        + ": "
        + trial.defect().sentence()
        + (why.isEmpty() ? "" : " " + Texts.printable(why));
  }

  private static String extras(Trial trial) {
    return "`"
        + trial.defect().id()
        + "`: "
        + trial.extras().stream().map(Accusation::requirement).collect(Collectors.joining(", "));
  }

  private void rows(List<String> lines, String title, State state) {
    list(
        lines,
        title,
        proof.rows().stream().filter(row -> row.state() == state).toList(),
        row ->
            "`"
                + row.requirement().id()
                + "` ("
                + row.level().text()
                + ")"
                + (row.reason().isEmpty() ? "" : ": " + row.reason()));
  }

  private void defects(List<String> lines) {
    lines.add("");
    lines.add("## The defects");
    lines.add("");
    lines.add("| defect | what the peer does | what became of it | killed in | follows |");
    lines.add("|---|---|---|---|---|");
    for (Row row : proof.rows()) {
      for (Trial trial : row.trials()) {
        lines.add(
            line(
                "`" + trial.defect().id() + "`",
                trial.defect().sentence(),
                trial.fate().text(),
                killers(trial),
                String.join(", ", trial.defect().follows())));
      }
    }
  }

  /** The scenarios of its own requirement, the first ones; of a table its name alone. */
  private static String killers(Trial trial) {
    if (trial.own() == null) {
      return trial.all().stream().map(Accusation::requirement).collect(Collectors.joining(", "));
    }
    List<String> scenarios =
        trial.own().checks().stream()
            .map(check -> check.scenario().replaceAll("\\[.*", ""))
            .distinct()
            .toList();
    int more = scenarios.size() - SCENARIOS;
    return scenarios.stream().limit(SCENARIOS).collect(Collectors.joining(", "))
        + (more > 0 ? " and " + more + " more" : "");
  }
}
