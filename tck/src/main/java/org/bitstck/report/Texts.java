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
    // a rule that held nowhere in particular, and a report of an older kit, name no scenario
    return command.apply(
        finding.seenIn().isEmpty() ? "--trace" : "--only '" + finding.seenIn() + "' --trace");
  }

  /** Control characters replaced: a peer's text must not rule the terminal. */
  public static String printable(String text) {
    return text.replaceAll("[\\x00-\\x08\\x0B-\\x1F\\x7F]", "?");
  }

  /**
   * A text in lines that are no wider than asked for, unless a word of it is.
   *
   * @param first stands before the first line
   * @param hanging stands before the others
   * @param width columns; 0 leaves the lines as they are
   */
  public static String wrapped(String first, String hanging, String text, int width) {
    StringBuilder all = new StringBuilder();
    String before = first;
    for (String paragraph : text.split("\\R")) {
      StringBuilder line = new StringBuilder(before);
      boolean empty = true;
      for (String word : paragraph.strip().split(" ")) {
        if (!empty && width > 0 && line.length() + 1 + word.length() > width) {
          all.append(line).append('\n');
          line.setLength(0);
          line.append(hanging);
          empty = true;
        }
        line.append(empty ? "" : " ").append(word);
        empty = false;
      }
      all.append(line).append('\n');
      before = hanging;
    }
    return all.toString();
  }

  /** A catchword among sentences: with a capital, and a stop at its end. */
  static String sentence(String words) {
    return words.isEmpty() || words.endsWith(".")
        ? words
        : Character.toUpperCase(words.charAt(0)) + words.substring(1) + ".";
  }

  /** The text with each line indented. */
  public static String indented(String text, int blanks) {
    return text.isEmpty() ? "" : text.strip().indent(blanks);
  }
}
