package org.bitstck.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.exchange.Exchange;
import org.bitstck.judge.Finding;
import org.bitstck.scenario.Expectation;

/**
 * A finding as a reader gets it, in every report the same.
 *
 * @param legal the legal outcomes, each with why it is legal where that needs saying
 * @param came what came, secrets left out
 * @param mistake what the author of such a peer has usually done, or one typical way to get it
 *     wrong
 * @param transcript the exchanges up to there, one text each; empty if there were none
 * @param curl the same by hand; empty if that cannot be
 * @param whyNoCurl why not; empty if it can be, or where nothing is to be shown
 * @param again the command line that plays it again
 */
public record Lesson(
    Finding finding,
    List<String> legal,
    String came,
    String mistake,
    List<String> transcript,
    Optional<String> curl,
    String whyNoCurl,
    String again) {

  /** The whole of it, for reports that have one place for text. */
  public String text() {
    List<String> lines = new ArrayList<>();
    lines.add(
        finding.requirement().id()
            + " "
            + finding.level().text()
            + ", "
            + String.join("; ", finding.requirement().sources()));
    lines.add(finding.requirement().statement());
    lines.add("legal: " + String.join("\n   or: ", legal));
    lines.add("came:  " + came);
    lines.add("why it matters: " + finding.requirement().impact());
    if (!finding.verdict().isUntested()) {
      lines.add("common mistake: " + mistake);
    }
    lines.add(finding.scenarioId() + ": " + finding.title());
    lines.add((finding.at() + "\n" + finding.at().excerpt()).strip());
    lines.addAll(transcript);
    curl.ifPresent(script -> lines.add("by hand:\n" + script));
    lines.add("again: " + again);
    return String.join("\n", lines) + "\n";
  }

  /**
   * Makes the lesson of a finding.
   *
   * @param command makes the line that tests this subject, with more options
   */
  public static Lesson of(Finding finding, RunResult result, UnaryOperator<String> command) {
    List<Exchange> exchanges = finding.upToThere();
    Secrets secrets = Secrets.in(finding.evidence(), result.subject().secrets());
    String mistake = finding.requirement().mistake();
    CurlScript curl = CurlScript.of(finding, result.subject().url(), secrets);
    return new Lesson(
        finding,
        Stream.of(finding.expected().split(Expectation.OR)).toList(),
        Texts.printable(secrets.hide(finding.observed())),
        mistake.isEmpty() ? Texts.sentence(finding.requirement().negative()) : mistake,
        Transcript.of(exchanges, finding.asides(), secrets),
        curl.text(),
        curl.whyNot(),
        Texts.again(finding, command));
  }
}
