package org.bitstck.benchmarks;

import java.util.ArrayList;
import java.util.List;

/**
 * What was asked for on the command line.
 *
 * @param rounds how often each thing is measured
 * @param write whether the figures go into the page
 * @param parts their names; none asks for all but the longest
 */
record Settings(int rounds, boolean write, List<String> parts) {
  private static final int ROUNDS = 11;

  Settings {
    parts = List.copyOf(parts);
  }

  /**
   * @param known the names of all parts
   * @throws IllegalArgumentException if there is no such option or part
   */
  static Settings of(List<String> arguments, List<String> known) {
    int rounds = ROUNDS;
    boolean write = false;
    List<String> parts = new ArrayList<>();
    for (int i = 0; i < arguments.size(); i++) {
      String argument = arguments.get(i);
      if (argument.equals("--write")) {
        write = true;
      } else if (argument.equals("--rounds") && i + 1 < arguments.size()) {
        rounds = rounds(arguments.get(++i));
      } else if (known.contains(argument)) {
        parts.add(argument);
      } else {
        throw new IllegalArgumentException(
            "'" + argument + "' is none of --rounds N, --write, " + String.join(", ", known));
      }
    }
    return new Settings(rounds, write, parts);
  }

  private static int rounds(String text) {
    if (!text.matches("[1-9]\\d{0,2}")) {
      throw new IllegalArgumentException(
          "--rounds wants a number from 1 to 999, not '" + text + "'");
    }
    return Integer.parseInt(text);
  }

  boolean wants(String part) {
    return parts.isEmpty() ? !part.equals(ProvePart.NAME) : parts.contains(part);
  }
}
