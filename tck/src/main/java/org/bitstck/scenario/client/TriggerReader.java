package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/**
 * Reads which requests are meant: {@code create-session}, {@code {fragment: 2}}, {@code {fragment:
 * 2.., host: alternate}}, {@code [ping, get]}.
 */
final class TriggerReader {
  /** The word for requests of any kind. */
  static final String ANY = "any";

  /** Hosts that a request can be said to have come to. */
  static final Set<Trigger.Host> HOSTS = EnumSet.of(Trigger.Host.ORIGINAL, Trigger.Host.ALTERNATE);

  private static final int MOST = 100_000;

  private static final Pattern NUMBERS = Pattern.compile("([1-9]\\d{0,5})(?:(\\.\\.)(\\d{1,6})?)?");

  private TriggerReader() {}

  /** Which requests. */
  static Trigger read(YamlValue value) {
    if (!value.isMapping()) {
      return new Trigger(kinds(value), 1, 1, false, Trigger.Host.ANY);
    }
    YamlMapping words = value.mapping("a choice of requests");
    Trigger.Host host =
        words.take("host").map(v -> ExpectReader.one(v, HOSTS)).orElse(Trigger.Host.ANY);
    List<YamlMapping.Entry> counted = kindEntries(words);
    words.done();
    if (counted.size() != 1) {
      throw value.problem(
          counted.isEmpty()
              ? "which kind of request is meant? Write for example {fragment: 1}"
              : "one kind of request is meant by one choice; a list of kinds is [ping, fragment]");
    }
    Set<RequestKind> kinds = kinds(counted.get(0).key());
    return numbered(kinds, counted.get(0).value(), host);
  }

  /** The entries of a mapping whose words are kinds of requests, or {@code any}. */
  static List<YamlMapping.Entry> kindEntries(YamlMapping words) {
    List<YamlMapping.Entry> entries = new ArrayList<>();
    for (String word : words()) {
      words.take(word).ifPresent(v -> entries.add(new YamlMapping.Entry(words.key(word), v)));
    }
    return entries;
  }

  private static Trigger numbered(Set<RequestKind> kinds, YamlValue value, Trigger.Host host) {
    String text = value.text().strip();
    if (text.equals(ANY)) {
      return new Trigger(kinds, 1, Integer.MAX_VALUE, false, host);
    }
    if (text.equals("last") || text.equals("last..")) {
      if (!kinds.equals(EnumSet.of(RequestKind.FRAGMENT))) {
        throw value.problem("'last' is the fragment with the last byte of the file");
      }
      return new Trigger(kinds, 1, text.equals("last") ? 1 : Integer.MAX_VALUE, true, host);
    }
    Matcher numbers = NUMBERS.matcher(text);
    if (!numbers.matches()) {
      throw value.problem(
          "which of them is meant? Write 2 (the second), 2.. (from the second on), 1..3, any"
              + (kinds.contains(RequestKind.FRAGMENT) ? ", last (the one with the last byte)" : "")
              + ", not '"
              + text
              + "'");
    }
    int from = Integer.parseInt(numbers.group(1));
    int to =
        numbers.group(2) == null
            ? from
            : numbers.group(3) == null ? Integer.MAX_VALUE : Integer.parseInt(numbers.group(3));
    if (to < from) {
      throw value.problem("no request is from " + from + " to " + to);
    }
    if (from > MOST) {
      throw value.problem("nobody plays " + from + " requests; " + MOST + " is the limit");
    }
    return new Trigger(kinds, from, to, false, host);
  }

  /** One kind or a list of kinds; empty for {@code any}. */
  static Set<RequestKind> kinds(YamlValue value) {
    List<YamlValue> items = value.oneOrMore();
    if (items.size() == 1 && items.get(0).text().equals(ANY)) {
      return Set.of();
    }
    Set<RequestKind> kinds = EnumSet.noneOf(RequestKind.class);
    for (YamlValue item : items) {
      if (!kinds.add(kind(item))) {
        throw item.problem("'" + item.text() + "' stands here twice");
      }
    }
    return kinds;
  }

  private static RequestKind kind(YamlValue value) {
    for (RequestKind kind : RequestKind.values()) {
      if (kind.word().equals(value.text())) {
        return kind;
      }
    }
    throw value.problem(
        "'"
            + value.text()
            + "' is no kind of request"
            + Nearest.to(value.text(), words())
                .map(near -> "; did you mean '" + near + "'?")
                .orElse("; there are " + String.join(", ", words())));
  }

  /** The words for kinds of requests, {@code any} included. */
  static List<String> words() {
    List<String> words =
        EnumSet.allOf(RequestKind.class).stream()
            .map(RequestKind::word)
            .collect(Collectors.toCollection(ArrayList::new));
    words.add(ANY);
    return words;
  }
}
