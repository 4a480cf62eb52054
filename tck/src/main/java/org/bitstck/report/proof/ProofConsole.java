package org.bitstck.report.proof;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.bitstck.judge.Verdict;
import org.bitstck.prove.Accusation;
import org.bitstck.prove.Control;
import org.bitstck.prove.Proof;
import org.bitstck.prove.Row;
import org.bitstck.prove.Row.State;
import org.bitstck.prove.Trial;
import org.bitstck.prove.Trial.Fate;
import org.bitstck.report.ConsoleReport.Style;
import org.bitstck.report.Texts;

/** A proof for a person at a terminal: what is not as it should be, the matrix, the figures. */
public final class ProofConsole {
  private final PrintWriter out;
  private final Style style;

  public ProofConsole(PrintWriter out, Style style) {
    this.out = out;
    this.style = style;
  }

  public void print(Proof proof) {
    proof.controls().stream().filter(control -> !control.isClean()).forEach(this::control);
    for (Trial trial : proof.trials()) {
      if (trial.fate() != Fate.OWN || !trial.extras().isEmpty() || trial.problem() != null) {
        trial(trial);
      }
      if (!trial.unsteady().isEmpty()) {
        unsteady(trial);
      }
      trial.nameless().forEach(check -> nameless(trial, check));
    }
    without(proof);
    matrix(proof);
    figures(proof);
    out.flush();
  }

  private void control(Control control) {
    out.println();
    out.println(
        style.verdict(Verdict.FAIL, "CONTROL")
            + " the "
            + control.name()
            + " without a defect, profile "
            + control.profile().text());
    if (control.heard() == null) {
      out.println("  " + Texts.printable(control.problem()));
      return;
    }
    control.heard().kitErrors().forEach(error -> out.println("  the kit failed: " + error));
    control.heard().accusations().values().forEach(accusation -> accusation("", accusation));
    if (control.heard().blocked() > 0) {
      out.println("  " + control.heard().blocked() + " checks came to no result");
    }
  }

  private void trial(Trial trial) {
    Fate fate = trial.fate();
    String head =
        fate == Fate.OWN
            ? trial.problem() == null
                ? style.verdict(Verdict.WARN, "MORE THAN ITS OWN")
                : style.verdict(Verdict.FAIL, "NOT PLAYED TO THE END")
            : style.verdict(
                fate == Fate.OTHERS ? Verdict.WARN : Verdict.FAIL,
                fate.text().toUpperCase(Locale.ROOT));
    out.println();
    out.println(
        head
            + " "
            + style.bold(trial.defect().id())
            + "  "
            + trial.defect().peer().text()
            + ", "
            + trial.defect().profile().text());
    out.println("  " + trial.defect().sentence());
    if (!trial.defect().why().isEmpty()) {
      out.println("  why: " + trial.defect().why());
    }
    if (trial.problem() != null) {
      out.println("  " + Texts.printable(trial.problem()));
    }
    trial.following().forEach(accusation -> accusation("follows: ", accusation));
    trial.extras().forEach(accusation -> accusation("", accusation));
    if (trial.blocked() > 0) {
      out.println("  " + trial.blocked() + " checks came to no result");
    }
  }

  private void accusation(String before, Accusation accusation) {
    Accusation.Check first = accusation.checks().get(0);
    int more = accusation.checks().size() - 1;
    out.println(
        "  "
            + before
            + accusation.verdict().text()
            + " "
            + accusation.requirement()
            + " in "
            + first.scenario()
            + (more == 0 ? "" : " and " + more + " more"));
    out.println("    legal: " + Texts.printable(first.expected()));
    out.println("    came:  " + Texts.printable(first.observed()));
  }

  private void unsteady(Trial trial) {
    out.println();
    out.println(
        style.verdict(Verdict.WARN, "NOT THE SAME TWICE") + " " + style.bold(trial.defect().id()));
    out.println("  accused once and not again: " + String.join(", ", trial.unsteady()));
  }

  private void nameless(Trial trial, Accusation.Check check) {
    out.println();
    out.println(
        style.verdict(Verdict.WARN, "NO CAUSE NAMED") + " " + style.bold(trial.defect().id()));
    out.println("  in " + check.scenario());
    out.println("    legal: " + Texts.printable(check.expected()));
    out.println("    came:  " + Texts.printable(check.observed()));
  }

  private void without(Proof proof) {
    for (Row row : proof.rows()) {
      if (row.state() == State.NO_DEFECT) {
        out.println();
        out.println(
            style.verdict(row.level().isMust() ? Verdict.FAIL : Verdict.WARN, "NO DEFECT")
                + " "
                + style.bold(row.requirement().id())
                + "  "
                + row.level().text());
        out.println("  " + row.requirement().statement());
        out.println("  to be broken: " + row.requirement().negative());
      }
    }
  }

  private void matrix(Proof proof) {
    Map<String, StringBuilder> areas = new LinkedHashMap<>();
    for (Row row : proof.rows()) {
      StringBuilder line = areas.computeIfAbsent(row.area(), area -> new StringBuilder());
      line.append(line.isEmpty() ? "" : " ").append(number(row)).append(marks(row));
    }
    out.println();
    areas.forEach((area, line) -> out.println(String.format("%-18s %s", area, line)));
    out.println(
        "Behind each number its defects: + killed by its own requirement, o only by others,"
            + " ! survived, ? not played; x no defect, - not reachable.");
  }

  private static String number(Row row) {
    return row.requirement().id().substring(row.area().length() + 1);
  }

  private static String marks(Row row) {
    if (row.trials().isEmpty()) {
      return row.state() == State.NO_DEFECT ? "x" : "-";
    }
    StringBuilder marks = new StringBuilder();
    for (Trial trial : row.trials()) {
      marks.append(
          switch (trial.fate()) {
            case OWN -> '+';
            case OTHERS -> 'o';
            case SURVIVED -> '!';
            case UNPLAYED -> '?';
          });
    }
    return marks.toString();
  }

  private void figures(Proof proof) {
    out.println();
    String form = "%-22s %5s %10s %8s %8s %9s %9s %8s";
    out.println(
        String.format(
            form,
            "requirements",
            "all",
            "reachable",
            "own",
            "others",
            "survived",
            "no defect",
            "own"));
    for (Proof.Count count : proof.counts()) {
      int reachable = count.reachable();
      out.println(
          String.format(
              Locale.ROOT,
              form,
              count.peer().text() + " " + count.level(),
              count.total(),
              reachable,
              count.of(State.OWN),
              count.of(State.OTHERS),
              count.of(State.SURVIVED) + count.of(State.UNPLAYED),
              count.of(State.NO_DEFECT),
              reachable == 0 ? "-" : Figures.percent(count.of(State.OWN), reachable)));
    }
    out.println();
    out.println(Figures.sentence(proof));
    List<String> shortcomings = new ArrayList<>(proof.shortcomings());
    if (!proof.whole()) {
      out.println("Only a part was selected.");
    }
    shortcomings.forEach(out::println);
    out.println(style.bold(shortcomings.isEmpty() ? "PROVED" : "NOT PROVED"));
  }
}
