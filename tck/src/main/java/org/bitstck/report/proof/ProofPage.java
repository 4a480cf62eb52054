package org.bitstck.report.proof;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.bitstck.prove.Accusation;
import org.bitstck.prove.Control;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Row;
import org.bitstck.prove.Row.State;
import org.bitstck.prove.Trial;
import org.bitstck.report.Texts;

/**
 * What the template fills in.
 *
 * @param mark of the verdict, for colours: the classes are those of a run's report
 * @param counts of requirements, none that is zero
 */
record ProofPage(
    String kit,
    String verdict,
    String mark,
    String sentence,
    String started,
    int total,
    List<Count> counts,
    List<String> notes,
    List<Area> areas) {

  /** How many requirements are in a state. */
  record Count(String mark, String label, int number) {}

  /** Requirements of one area of the catalogue. */
  record Area(String name, int own, int total, List<Line> lines) {}

  /**
   * A requirement.
   *
   * @param cells a character for each defect
   * @param reason why it is not reachable, or what a defect would be; empty if it has one
   */
  record Line(
      String id,
      String number,
      String mark,
      String label,
      String level,
      String statement,
      String reason,
      List<Cell> cells,
      List<Entry> defects) {}

  /** A defect in the small. */
  record Cell(String mark, String title) {}

  /** A defect. */
  record Entry(
      String id,
      String mark,
      String label,
      String profile,
      String sentence,
      String why,
      String problem,
      String blocked,
      List<Said> said) {}

  /**
   * What was said of a requirement.
   *
   * @param kind whether that was to be: its own, one that follows, or one too many
   */
  record Said(
      String kind,
      String mark,
      String verdict,
      String requirement,
      String scenario,
      String expected,
      String observed,
      String more) {}

  static ProofPage of(Proof proof, String kitVersion) {
    boolean proved = proof.shortcomings().isEmpty();
    List<String> notes = new ArrayList<>();
    if (!proof.whole()) {
      notes.add("Only a part was selected.");
    }
    notes.addAll(proof.shortcomings());
    for (Control control : proof.controls()) {
      if (control.problem() != null) {
        notes.add(Texts.printable(control.problem()));
      }
    }
    return new ProofPage(
        kitVersion,
        proved ? "PROVED" : "NOT PROVED",
        proved ? "conformant" : "not-conformant",
        Figures.sentence(proof),
        proof.startedAt().toString().replaceAll("\\..*", "Z"),
        proof.rows().size(),
        counts(proof),
        notes,
        areas(proof));
  }

  private static List<Count> counts(Proof proof) {
    List<Count> counts = new ArrayList<>();
    for (State state : State.values()) {
      int number = (int) proof.rows().stream().filter(row -> row.state() == state).count();
      if (number > 0) {
        counts.add(new Count(mark(state), state.text(), number));
      }
    }
    return counts;
  }

  /** The colours of a run's report: what is killed is good. */
  private static String mark(State state) {
    return switch (state) {
      case OWN -> "pass";
      case OTHERS -> "warn";
      case SURVIVED -> "fail";
      case UNPLAYED -> "blocked";
      case NO_DEFECT -> "not-exercised";
      case NOT_REACHABLE -> "not-testable";
    };
  }

  private static List<Area> areas(Proof proof) {
    Map<String, List<Row>> byArea = new LinkedHashMap<>();
    proof
        .rows()
        .forEach(row -> byArea.computeIfAbsent(row.area(), area -> new ArrayList<>()).add(row));
    List<Area> areas = new ArrayList<>();
    byArea.forEach(
        (name, rows) ->
            areas.add(
                new Area(
                    name,
                    (int) rows.stream().filter(row -> row.state() == State.OWN).count(),
                    rows.size(),
                    rows.stream().map(ProofPage::line).toList())));
    return areas;
  }

  private static Line line(Row row) {
    String id = row.requirement().id();
    return new Line(
        id,
        id.substring(row.area().length() + 1),
        mark(row.state()),
        row.state().text(),
        row.level().text(),
        row.requirement().statement(),
        row.state() == State.NO_DEFECT
            ? "To be broken: " + row.requirement().negative()
            : row.reason(),
        row.trials().isEmpty()
            ? List.of(new Cell(mark(row.state()), id + ": " + row.state().text()))
            : row.trials().stream()
                .map(
                    trial ->
                        new Cell(
                            mark(State.valueOf(trial.fate().name())),
                            trial.defect().id() + ": " + trial.fate().text()))
                .toList(),
        row.trials().stream().map(ProofPage::entry).toList());
  }

  private static Entry entry(Trial trial) {
    return new Entry(
        trial.defect().id(),
        mark(State.valueOf(trial.fate().name())),
        trial.fate().text(),
        trial.defect().profile().text(),
        trial.defect().sentence(),
        trial.defect().why(),
        trial.problem() == null ? "" : Texts.printable(trial.problem()),
        trial.blocked() == 0 ? "" : trial.blocked() + " checks came to no result",
        Stream.of(
                Stream.ofNullable(trial.own()).map(a -> said("its own", a)),
                trial.following().stream().map(a -> said("follows", a)),
                trial.extras().stream().map(a -> said("one too many", a)))
            .flatMap(said -> said)
            .toList());
  }

  private static Said said(String kind, Accusation accusation) {
    Accusation.Check first = accusation.checks().get(0);
    int more = accusation.checks().size() - 1;
    return new Said(
        kind,
        accusation.verdict().name().toLowerCase(Locale.ROOT),
        accusation.verdict().text(),
        accusation.requirement(),
        first.scenario(),
        first.expected(),
        Texts.printable(first.observed()),
        more == 0 ? "" : "and in " + more + " more");
  }
}
