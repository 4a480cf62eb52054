package org.bitstck.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Writes texts as words for a POSIX shell, with parts of them replaced by what the shell fills in.
 */
final class ShellWord {
  private static final Pattern PLAIN = Pattern.compile("[\\w./:=@%+,-]+");

  /** So many of one character are written as a number of them. */
  private static final Pattern RUN = Pattern.compile("([A-Za-z0-9 ])\\1{79,}");

  private final Map<Pattern, String> replacements = new LinkedHashMap<>();

  /**
   * @param by a piece of shell that needs no quotes around it
   */
  ShellWord with(Pattern pattern, String by) {
    replacements.put(pattern, by);
    return this;
  }

  /** The text as a word. */
  String of(String text) {
    return word(text, false);
  }

  /** A command that prints the text, bytes beyond ASCII and control characters escaped. */
  String printf(String text) {
    return "printf " + (text.startsWith("-") ? "-- " : "") + word(text, true);
  }

  private String word(String text, boolean format) {
    List<String> pieces = new ArrayList<>();
    split(text, new ArrayList<>(replacements.entrySet()), format, pieces);
    String word = String.join("", pieces);
    return word.isEmpty() ? "''" : word;
  }

  private static void split(
      String text, List<Map.Entry<Pattern, String>> left, boolean format, List<String> pieces) {
    if (text.isEmpty()) {
      return;
    }
    if (left.isEmpty()) {
      runs(text, format, pieces);
      return;
    }
    Matcher matcher = left.get(0).getKey().matcher(text);
    List<Map.Entry<Pattern, String>> others = left.subList(1, left.size());
    int at = 0;
    while (matcher.find()) {
      split(text.substring(at, matcher.start()), others, format, pieces);
      pieces.add(left.get(0).getValue());
      at = matcher.end();
    }
    split(text.substring(at), others, format, pieces);
  }

  private static void runs(String text, boolean format, List<String> pieces) {
    Matcher run = RUN.matcher(text);
    int at = 0;
    while (run.find()) {
      quote(text.substring(at, run.start()), format, pieces);
      pieces.add("\"$(printf '%0" + run.group().length() + "d' 0 | tr 0 '" + run.group(1) + "')\"");
      at = run.end();
    }
    quote(text.substring(at), format, pieces);
  }

  private static void quote(String text, boolean format, List<String> pieces) {
    if (text.isEmpty()) {
      return;
    }
    String escaped = format ? escaped(text) : text;
    pieces.add(
        PLAIN.matcher(escaped).matches() && !(format && escaped.contains("%"))
            ? escaped
            : "'" + escaped.replace("'", "'\\''") + "'");
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char c : text.toCharArray()) {
      switch (c) {
        case '\r' -> escaped.append("\\r");
        case '\n' -> escaped.append("\\n");
        case '\\' -> escaped.append("\\\\");
        case '%' -> escaped.append("%%");
        default -> {
          if (c < ' ' || c > '~') {
            escaped.append(String.format("\\%03o", (int) c));
          } else {
            escaped.append(c);
          }
        }
      }
    }
    return escaped.toString();
  }
}
