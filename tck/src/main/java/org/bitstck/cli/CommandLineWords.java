package org.bitstck.cli;

import java.util.ArrayList;
import java.util.List;

/** Takes a command in one text apart, as a shell would: blanks, and both kinds of quotes. */
final class CommandLineWords {
  private CommandLineWords() {}

  /**
   * The words of a text.
   *
   * @throws UserError if a quote is not closed
   */
  static List<String> of(String text) {
    List<String> words = new ArrayList<>();
    StringBuilder word = new StringBuilder();
    boolean any = false;
    char quote = 0;
    for (char c : text.toCharArray()) {
      if (quote != 0) {
        if (c == quote) {
          quote = 0;
        } else {
          word.append(c);
        }
      } else if (c == '"' || c == '\'') {
        quote = c;
        any = true;
      } else if (Character.isWhitespace(c)) {
        if (any || word.length() > 0) {
          words.add(word.toString());
        }
        word.setLength(0);
        any = false;
      } else {
        word.append(c);
      }
    }
    if (quote != 0) {
      throw new UserError("a quote is not closed in: " + text);
    }
    if (any || word.length() > 0) {
      words.add(word.toString());
    }
    return words;
  }
}
