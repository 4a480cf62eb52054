package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.scenario.client.ClientClause.SequenceIs;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.YamlValue;

/**
 * Reads {@code create-session ping? (fragment | ping)+ close-session}: a regular expression whose
 * letters are kinds of requests.
 */
final class SequenceReader {
  private static final Pattern TOKEN = Pattern.compile("\\s*([a-z-]+|[()|?+*]|\\S)");

  /** So many looks at a letter are enough for a recording, if a pattern is sensible. */
  private static final int MOST_LOOKS = 200_000;

  private static final int LONG = 64;

  private final YamlValue value;
  private final StringBuilder pattern = new StringBuilder();
  private int open;

  /** True where a kind or a closing bracket stands just before. */
  private boolean item;

  /** True where something has to come before the group or the whole may end. */
  private boolean empty = true;

  private SequenceReader(YamlValue value) {
    this.value = value;
  }

  static SequenceIs read(YamlValue value) {
    return new SequenceReader(value).sequence();
  }

  private SequenceIs sequence() {
    String text = value.text().strip();
    Matcher tokens = TOKEN.matcher(text);
    while (tokens.lookingAt()) {
      token(tokens.group(1));
      tokens.region(tokens.end(), text.length());
    }
    if (empty) {
      throw value.problem(
          pattern.length() == 0
              ? "a sequence names the requests in order: create-session fragment+ close-session"
              : "nothing stands behind '|'");
    }
    if (open > 0) {
      throw value.problem("a bracket of the sequence is not closed");
    }
    Pattern compiled = Pattern.compile(pattern.toString());
    check(compiled);
    return new SequenceIs(text.replaceAll("\\s+", " "), compiled);
  }

  private void token(String token) {
    switch (token) {
      case "(" -> {
        pattern.append("(?:");
        open++;
        item = false;
        empty = true;
      }
      case ")" -> {
        if (open == 0) {
          throw value.problem("the sequence closes a bracket that it has not opened");
        }
        if (empty) {
          throw value.problem("there is nothing before ')' in the sequence");
        }
        pattern.append(')');
        open--;
        item = true;
      }
      case "|" -> {
        if (empty) {
          throw value.problem("there is nothing before '|' in the sequence");
        }
        pattern.append('|');
        item = false;
        empty = true;
      }
      case "?", "+", "*" -> {
        if (!item) {
          throw value.problem(
              "'" + token + "' stands behind a kind of request, or behind a bracket");
        }
        pattern.append(token);
        item = false;
      }
      default -> {
        pattern.append(letter(token));
        item = true;
        empty = false;
      }
    }
  }

  private String letter(String word) {
    if (word.equals(TriggerReader.ANY)) {
      return ".";
    }
    for (RequestKind kind : RequestKind.values()) {
      if (kind.word().equals(word)) {
        return String.valueOf(SequenceIs.letter(kind));
      }
    }
    throw value.problem(
        "'"
            + word
            + "' is no kind of request"
            + Nearest.to(word, TriggerReader.words())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; a sequence has kinds of requests, ?, +, *, | and brackets"));
  }

  /** It can fail, and no recording takes for ever to be compared with it. */
  private void check(Pattern compiled) {
    if (all("", 3).stream().allMatch(sample -> matches(compiled, sample))) {
      throw value.problem("this check cannot fail: any requests follow this sequence");
    }
    for (RequestKind first : RequestKind.values()) {
      for (RequestKind second : RequestKind.values()) {
        String pair = "" + SequenceIs.letter(first) + SequenceIs.letter(second);
        matches(compiled, pair.repeat(LONG / 2));
        matches(compiled, pair.substring(0, 1).repeat(LONG) + pair.charAt(1));
      }
    }
  }

  /** All sequences of up to so many requests. */
  private static List<String> all(String start, int length) {
    List<String> samples = new ArrayList<>(List.of(start));
    if (length > 0) {
      for (RequestKind kind : RequestKind.values()) {
        samples.addAll(all(start + SequenceIs.letter(kind), length - 1));
      }
    }
    return samples;
  }

  private boolean matches(Pattern compiled, String requests) {
    try {
      return compiled.matcher(new Watched(requests, new int[1])).matches();
    } catch (TooManyLooks e) {
      throw value.problem(
          "this sequence can be read in too many ways; what is repeated should begin or end with"
              + " a request that stands there once");
    }
  }

  private static final class TooManyLooks extends RuntimeException {
    private static final long serialVersionUID = 1;
  }

  /** A text that counts how often it is looked at. */
  private record Watched(String text, int[] looks) implements CharSequence {
    @Override
    public char charAt(int index) {
      if (++looks[0] > MOST_LOOKS) {
        throw new TooManyLooks();
      }
      return text.charAt(index);
    }

    @Override
    public int length() {
      return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
      return text.subSequence(start, end);
    }

    @Override
    public String toString() {
      return text;
    }
  }
}
