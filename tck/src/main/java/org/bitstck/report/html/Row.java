package org.bitstck.report.html;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.report.Texts;
import org.bitstck.report.html.Page.Mark;
import org.bitstck.requirement.Profile;
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
    String whyNot,
    List<Check> checks,
    List<String> passed) {

  /**
   * A finding on the page.
   *
   * @param anchor for links
   * @param transcript the bytes both ways; empty if there were none
   */
  record Check(
      String anchor,
      String mark,
      String label,
      String scenario,
      String title,
      String expected,
      String observed,
      String at,
      String excerpt,
      String again,
      String transcript) {}

  static Row of(
      Requirement requirement,
      Profile profile,
      Mark mark,
      List<Finding> findings,
      UnaryOperator<String> command) {
    return new Row(
        requirement.id(),
        mark.word(),
        mark.label(),
        requirement.level(profile).text(),
        requirement.statement(),
        String.join("; ", requirement.sources()),
        requirement.impact(),
        requirement.whyNot(),
        findings.stream()
            .filter(finding -> finding.verdict() != Verdict.PASS)
            .map(finding -> check(finding, command))
            .toList(),
        findings.stream()
            .filter(finding -> finding.verdict() == Verdict.PASS)
            .map(Finding::scenarioId)
            .toList());
  }

  private static Check check(Finding finding, UnaryOperator<String> command) {
    return new Check(
        finding.checkId().replaceAll("[^\\w./:-]", "_"),
        Mark.of(finding.verdict()).word(),
        finding.verdict().text(),
        finding.scenarioId(),
        finding.title(),
        finding.expected(),
        Texts.printable(finding.observed()),
        finding.at().toString(),
        finding.at().excerpt(),
        Texts.again(finding, command),
        finding.evidence().stream()
            .filter(exchange -> isUpToTheEnd(finding, exchange))
            .map(exchange -> Texts.transcript(exchange).stripIndent())
            .collect(Collectors.joining("\n")));
  }

  /** What came behind the exchange in question does not explain it. */
  private static boolean isUpToTheEnd(Finding finding, Exchange exchange) {
    return finding.exchanges().isEmpty()
        || exchange.number() <= finding.exchanges().get(finding.exchanges().size() - 1);
  }
}
