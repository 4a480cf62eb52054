package org.bitstck.junit;

import java.io.PrintWriter;
import java.io.StringWriter;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.report.ConsoleReport;
import org.bitstck.report.Texts;

/** A finding in the message of a test: what the command line prints of it, without colours. */
final class FindingText {
  private static final ConsoleReport.Style PLAIN =
      new ConsoleReport.Style() {
        @Override
        public String bold(String text) {
          return text;
        }

        @Override
        public String verdict(Verdict verdict, String text) {
          return text;
        }
      };

  private FindingText() {}

  /** In one line. */
  static String line(Finding finding) {
    return finding.verdict().text()
        + " "
        + finding.requirement().id()
        + ": "
        + finding.requirement().statement()
        + " Legal: "
        + finding.expected()
        + "; came: "
        + Texts.printable(finding.observed());
  }

  /** In full, with the bytes of both sides. */
  static String lesson(Finding finding, RunResult run) {
    StringWriter text = new StringWriter();
    new ConsoleReport(new PrintWriter(text), PLAIN, true, FindingText::again).print(finding, run);
    return text.toString().strip();
  }

  /** The options of the command line as system properties: the subject is gone with its test. */
  static String again(String options) {
    return "this test with "
        + options.replace("--only ", "-D" + Settings.PREFIX + "only=").replace(" --trace", "");
  }
}
