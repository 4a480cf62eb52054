package org.bitstck.report.html;

import java.util.List;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.report.Lesson;
import org.bitstck.report.Texts;
import org.bitstck.report.html.Page.Mark;
import org.bitstck.requirement.Requirement;

/**
 * A requirement on the page.
 *
 * @param mark of the worst that was found
 * @param whyNot why it cannot be tested; empty if it can
 * @param checks those that did not pass, in full
 * @param passed ids of the scenarios that did, the names only
 */
record Row(
    String id,
    String mark,
    String label,
    String level,
    String statement,
    String sources,
    String impact,
    String mistake,
    String whyNot,
    List<Check> checks,
    List<String> passed) {

  /**
   * A finding on the page.
   *
   * @param anchor for links
   * @param transcript the bytes both ways; empty if there were none
   * @param curl lines for a shell that show the same; empty if there are none
   * @param whyNoCurl why not; may be empty
   */
  record Check(
      String anchor,
      String mark,
      String label,
      String scenario,
      String title,
      List<String> legal,
      String observed,
      String at,
      String excerpt,
      String again,
      String transcript,
      String curl,
      String whyNoCurl) {}

  static Row of(
      Requirement requirement,
      RunResult result,
      Mark mark,
      List<Finding> findings,
      UnaryOperator<String> command) {
    return new Row(
        requirement.id(),
        mark.word(),
        mark.label(),
        requirement.level(result.profile()).text(),
        requirement.statement(),
        String.join("; ", requirement.sources()),
        requirement.impact(),
        requirement.mistake().isEmpty() ? requirement.negative() : requirement.mistake(),
        requirement.whyNot(),
        findings.stream()
            .filter(finding -> finding.verdict() != Verdict.PASS)
            .map(finding -> check(finding, result, command))
            .toList(),
        findings.stream()
            .filter(finding -> finding.verdict() == Verdict.PASS)
            .map(Finding::scenarioId)
            .toList());
  }

  private static Check check(Finding finding, RunResult result, UnaryOperator<String> command) {
    Lesson lesson = Lesson.of(finding, result, command);
    return new Check(
        finding.checkId().replaceAll("[^\\w./:-]", "_"),
        Mark.of(finding.verdict()).word(),
        finding.verdict().text(),
        finding.scenarioId(),
        finding.title(),
        lesson.legal(),
        lesson.came(),
        finding.at().toString(),
        finding.at().excerpt(),
        lesson.again(),
        Texts.printable(String.join("\n", lesson.transcript())),
        lesson.curl().orElse(""),
        lesson.whyNoCurl());
  }
}
