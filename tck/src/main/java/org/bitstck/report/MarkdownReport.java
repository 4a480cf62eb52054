package org.bitstck.report;

import java.io.IOException;
import java.io.Writer;
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

/** A short summary for the page of a CI run: what is wrong, and how to see it again. */
public final class MarkdownReport implements Report {
  /** CI pages cut long summaries off; the other reports have it all. */
  private static final int MOST_ROWS = 50;

  private final UnaryOperator<String> command;

  /**
   * @param command makes the line that tests this subject, with more options
   */
  public MarkdownReport(UnaryOperator<String> command) {
    this.command = command;
  }

  @Override
  public String fileName() {
    return "report.md";
  }

  @Override
  public void write(RunResult result, Writer writer) throws IOException {
    Tally tally = result.tally();
    writer.write("## BITS conformance: " + result.summary().text() + "\n\n");
    writer.write(
        String.format(
            Locale.ROOT,
            "%s %s, profile %s, %d of %d scenarios played in %.1f s.%n%n",
            escaped(result.subject().name()),
            escaped(result.subject().where()),
            result.profile().text(),
            result.played(),
            result.scenarios(),
            result.duration().toMillis() / 1000.0));
    if (result.incomplete().isPresent()) {
      writer.write(escaped(result.incomplete().get()) + "\n\n");
    }
    for (String note : result.notes()) {
      writer.write("Note: the " + result.subject().role().peer() + " " + escaped(note) + ".\n\n");
    }
    writer.write(
        "| requirements | passed | failed | warnings | information | blocked | not applicable |"
            + " not testable | not exercised |\n"
            + "| ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: | ---: |\n");
    writer.write(
        String.format(
            "| %d | %d | %d | %d | %d | %d | %d | %d | %d |%n",
            tally.total(),
            tally.count(Verdict.PASS),
            tally.count(Verdict.FAIL),
            tally.count(Verdict.WARN),
            tally.count(Verdict.INFO),
            tally.blocked(),
            tally.count(Verdict.NOT_APPLICABLE),
            tally.notTestable(),
            tally.notExercised()));
    findings(result, writer);
  }

  private void findings(RunResult result, Writer writer) throws IOException {
    Map<String, Finding> worst = new LinkedHashMap<>();
    for (Finding finding : result.findings()) {
      if (finding.verdict().isBad() || finding.verdict() == Verdict.WARN) {
        worst.merge(
            finding.requirement().id(),
            finding,
            (a, b) -> b.verdict().compareTo(a.verdict()) < 0 ? b : a);
      }
    }
    if (worst.isEmpty()) {
      return;
    }
    List<Finding> rows = new ArrayList<>(worst.values());
    rows.sort((a, b) -> a.verdict().compareTo(b.verdict()));
    writer.write(
        "\n| verdict | requirement | legal | came | scenario |\n| --- | --- | --- | --- | --- |\n");
    for (Finding finding : rows.subList(0, Math.min(MOST_ROWS, rows.size()))) {
      writer.write(
          "| "
              + String.join(
                  " | ",
                  finding.verdict().text(),
                  "**"
                      + finding.requirement().id()
                      + "** "
                      + finding.level().text()
                      + ": "
                      + escaped(finding.requirement().statement()),
                  escaped(finding.expected()),
                  escaped(Lesson.of(finding, result, command).came()),
                  "`" + finding.scenarioId() + "`")
              + " |\n");
    }
    if (rows.size() > MOST_ROWS) {
      writer.write(
          "\n… and " + (rows.size() - MOST_ROWS) + " more; the other reports have them.\n");
    }
    writer.write("\nAgain: `" + Texts.again(rows.get(0), command) + "`\n");
  }

  /** Text that stays text in a table's cell, whatever a peer wrote. */
  private static String escaped(String text) {
    return Texts.printable(text)
        .replaceAll("[\\r\\n\\t]+", " ")
        .replaceAll("([\\\\`*_\\[\\]<>|#~&])", "\\\\$1");
  }
}
