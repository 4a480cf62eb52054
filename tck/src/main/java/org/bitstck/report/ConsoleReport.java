package org.bitstck.report;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;

/** The findings and the verdict for a person at a terminal. */
public final class ConsoleReport {
  private static final String HANGING = " ".repeat(10);

  private final PrintWriter out;
  private final Style style;
  private final boolean trace;
  private final UnaryOperator<String> command;

  /** Makes parts of the text stand out; does nothing where there are no colours. */
  public interface Style {
    String bold(String text);

    String verdict(Verdict verdict, String text);

    /** Columns that a line of prose may take; 0 for any number. */
    default int width() {
      return 0;
    }
  }

  /**
   * @param trace also prints the bytes of each finding
   * @param command line that tests this subject with more options, for the lines that say how to
   *     see a finding again
   */
  public ConsoleReport(PrintWriter out, Style style, boolean trace, UnaryOperator<String> command) {
    this.out = out;
    this.style = style;
    this.trace = trace;
    this.command = command;
  }

  public void print(RunResult result) {
    Map<String, List<Finding>> byRequirement = new LinkedHashMap<>();
    for (Verdict verdict :
        List.of(Verdict.WARN, Verdict.SUBJECT_ERROR, Verdict.KIT_ERROR, Verdict.FAIL)) {
      byRequirement.clear();
      for (Finding finding : result.findings()) {
        if (finding.verdict() == verdict) {
          byRequirement
              .computeIfAbsent(finding.requirement().id(), id -> new ArrayList<>())
              .add(finding);
        }
      }
      byRequirement.values().forEach(same -> finding(same, result));
    }
    blocked(result);
    summary(result);
    out.flush();
  }

  /** One finding alone. */
  public void print(Finding finding, RunResult result) {
    finding(List.of(finding), result);
    out.flush();
  }

  private void finding(List<Finding> same, RunResult result) {
    Finding first = same.get(0);
    Lesson lesson = Lesson.of(first, result, command);
    out.println();
    heading(first);
    wrapped("  ", "  ", first.requirement().statement());
    List<String> legal = lesson.legal();
    for (int i = 0; i < legal.size(); i++) {
      wrapped(i == 0 ? "  legal:  " : "      or  ", HANGING, legal.get(i));
    }
    came(first.verdict(), lesson.came());
    line("why it matters", first.requirement().impact());
    line("common mistake", lesson.mistake());
    wrapped("  ", "    ", first.scenarioId() + ": " + first.title());
    out.println("  " + first.at());
    first.at().excerpt().lines().forEach(line -> out.println("  " + line));
    if (trace) {
      trace(lesson);
    }
    if (same.size() > 1) {
      wrapped("  also in: ", "           ", also(same.subList(1, same.size())));
    }
    out.println("  again:  " + lesson.again());
  }

  /** Coloured when it is cut into lines: what colours takes no columns. */
  private void heading(Finding finding) {
    String verdict = finding.verdict().text();
    String id = finding.requirement().id();
    String start = verdict + " " + id + "  ";
    String sources = String.join("; ", finding.requirement().sources());
    String text =
        Texts.wrapped(start, "  ", finding.level().text() + ", " + sources, style.width());
    out.print(style.verdict(finding.verdict(), verdict) + " " + style.bold(id) + "  ");
    out.print(text.substring(start.length()));
  }

  private void came(Verdict verdict, String came) {
    String label = "  came:   ";
    String text = Texts.wrapped(label, HANGING, came, style.width());
    text.lines()
        .forEach(
            line ->
                out.println(
                    line.substring(0, label.length())
                        + style.verdict(verdict, line.substring(label.length()))));
  }

  private void wrapped(String first, String hanging, String text) {
    out.print(Texts.wrapped(first, hanging, text, style.width()));
  }

  private void trace(Lesson lesson) {
    lesson.transcript().forEach(text -> out.print(Texts.indented(text, 4)));
    lesson
        .curl()
        .ifPresent(
            script -> {
              out.println("  by hand:");
              out.print(Texts.indented(script, 4));
            });
    line("not by hand", lesson.whyNoCurl());
  }

  private void line(String label, String text) {
    if (!text.isEmpty()) {
      wrapped("  " + label + ": ", "    ", text);
    }
  }

  private static String also(List<Finding> others) {
    List<String> ids = others.stream().map(Finding::scenarioId).toList();
    int shown = Math.min(4, ids.size());
    return String.join(", ", ids.subList(0, shown))
        + (ids.size() > shown ? " and " + (ids.size() - shown) + " more" : "");
  }

  private void blocked(RunResult result) {
    Map<String, Integer> reasons = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.verdict() == Verdict.BLOCKED) {
        reasons.merge(finding.observed(), 1, Integer::sum);
      }
    }
    if (reasons.isEmpty()) {
      return;
    }
    out.println();
    out.println(style.verdict(Verdict.BLOCKED, "BLOCKED") + " checks that could not be made:");
    int shown = 0;
    for (Map.Entry<String, Integer> reason : reasons.entrySet()) {
      if (shown++ == 12) {
        out.println("  … and " + (reasons.size() - 12) + " more reasons; all are in the reports");
        break;
      }
      wrapped("  " + reason.getValue() + " × ", "      ", Texts.printable(reason.getKey()));
    }
  }

  private void summary(RunResult result) {
    Tally tally = result.tally();
    out.println();
    result
        .notes()
        .forEach(
            note -> wrapped("Note: the ", "  ", result.subject().role().peer() + " " + note + "."));
    result.incomplete().ifPresent(why -> wrapped("", "", why));
    out.println(
        style.bold(result.subject().name())
            + " "
            + result.subject().where()
            + ", profile "
            + result.profile().text()
            + ", "
            + result.played()
            + " of "
            + result.scenarios()
            + " scenarios played in "
            + String.format(Locale.ROOT, "%.1f s", result.duration().toMillis() / 1000.0));
    wrapped(
        "",
        "",
        "Of "
            + tally.total()
            + " requirements: "
            + tally.count(Verdict.PASS)
            + " passed, "
            + tally.count(Verdict.FAIL)
            + " failed, "
            + tally.count(Verdict.WARN)
            + " with warnings, "
            + tally.count(Verdict.INFO)
            + " for information, "
            + tally.blocked()
            + " blocked, "
            + tally.count(Verdict.NOT_APPLICABLE)
            + " not applicable, "
            + tally.notTestable()
            + " not testable from outside, "
            + tally.notExercised()
            + " not exercised.");
    out.println(style.bold(result.summary().text()));
  }
}
