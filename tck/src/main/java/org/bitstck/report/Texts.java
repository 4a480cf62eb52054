package org.bitstck.report;

import java.util.function.UnaryOperator;
import org.bitstck.judge.Finding;

/** Texts that several reports have. */
public final class Texts {
  private Texts() {}

  /**
   * The command line that plays a finding again.
   *
   * @param command makes the line that tests this subject, with more options
   */
  public static String again(Finding finding, UnaryOperator<String> command) {
    String selector =
        finding.topic().equals(Finding.RULES) ? finding.requirement().id() : finding.scenarioId();
    return command.apply("--only '" + selector + "' --trace");
  }

  /** Control characters replaced: a peer's text must not rule the terminal. */
  public static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "?");
  }

  /** The text with each line indented. */
  public static String indented(String text, int blanks) {
    return text.isEmpty() ? "" : text.strip().indent(blanks);
  }
}
