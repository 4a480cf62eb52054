package org.bitstck.subject;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.YamlValue;

/**
 * A command that starts a client, with open places: {@code {url}}. What not every upload has, a
 * reply for example, stands in a group in square brackets that is left out as a whole.
 */
public final class CommandTemplate {
  /** The places that are filled in for every upload. */
  private static final Set<String> ALWAYS = Set.of("url", "file", "id", "state");

  /** What may be open, with what is filled in. */
  public static final Map<String, String> PLACES = new LinkedHashMap<>();

  static {
    PLACES.put("url", "the destination");
    PLACES.put("file", "the file to upload");
    PLACES.put("id", "a name for the upload, unique in the run");
    PLACES.put("state", "a folder for the upload that is there until it is over, resume included");
    PLACES.put("reply", "where the reply is to be stored, in scenarios with a reply");
    PLACES.put("fragment-size", "bytes");
    PLACES.put("user", "name for HTTP authentication");
    PLACES.put("password", "password for HTTP authentication");
    PLACES.put("password-file", "a file that holds the password and nothing else");
    PLACES.put("send-timeout", "milliseconds");
    PLACES.put("answer-timeout", "milliseconds");
    PLACES.put("retry-delay", "milliseconds");
  }

  private static final Pattern PLACE = Pattern.compile("\\{([a-z][a-z-]*)}");

  private final List<Part> parts;

  /**
   * @param group left out where one of its places is not there
   */
  private record Part(List<String> words, boolean group) {}

  private CommandTemplate(List<Part> parts) {
    this.parts = List.copyOf(parts);
  }

  /**
   * A command of a command line. A group begins with a word that begins with a bracket, and ends
   * with one that ends with it; both may be the same word with blanks in it. Brackets without an
   * open place between them are brackets.
   *
   * @throws IllegalArgumentException if a place is unknown or stands where it cannot be left out
   */
  public static CommandTemplate of(List<String> words) {
    List<Part> parts = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      int end = i;
      if (words.get(i).startsWith("[")) {
        while (end < words.size() && !words.get(end).endsWith("]")) {
          end++;
        }
      }
      String joined =
          words.get(i).startsWith("[") && end < words.size()
              ? String.join("\n", words.subList(i, end + 1))
              : "";
      if (PLACE.matcher(joined).find()) {
        String inner = joined.substring(1, joined.length() - 1).strip();
        parts.add(new Part(List.of(inner.split(i == end ? "\\s+" : "\n")), true));
        i = end;
      } else {
        parts.add(new Part(List.of(words.get(i)), false));
      }
    }
    return checked(parts);
  }

  /**
   * A command of a subject file: a list in which a list is a group.
   *
   * @param variables fills in what the kit knows before any upload: {@code ${java}}
   */
  static CommandTemplate read(YamlValue value, Function<String, Optional<String>> variables) {
    List<Part> parts = new ArrayList<>();
    for (YamlValue item : value.oneOrMore()) {
      List<String> words =
          item.oneOrMore().stream().map(word -> YamlValue.fill(word.text(), variables)).toList();
      parts.add(new Part(words, item.isSequence()));
    }
    try {
      return checked(parts);
    } catch (IllegalArgumentException e) {
      throw value.problem(e.getMessage());
    }
  }

  private static CommandTemplate checked(List<Part> parts) {
    for (Part part : parts) {
      for (String place : places(part.words())) {
        if (!PLACES.containsKey(place)) {
          throw new IllegalArgumentException(
              "unknown place '{"
                  + place
                  + "}'"
                  + Nearest.to(place, PLACES.keySet())
                      .map(near -> "; did you mean '{" + near + "}'?")
                      .orElse("; there are {" + String.join("}, {", PLACES.keySet()) + "}"));
        }
        if (!part.group() && !ALWAYS.contains(place)) {
          throw new IllegalArgumentException(
              "'{"
                  + place
                  + "}' is not there in every scenario: put it, and the option it belongs to, in"
                  + " square brackets");
        }
      }
    }
    return new CommandTemplate(parts);
  }

  private static Set<String> places(List<String> words) {
    Set<String> places = new LinkedHashSet<>();
    for (String word : words) {
      Matcher matcher = PLACE.matcher(word);
      while (matcher.find()) {
        places.add(matcher.group(1));
      }
    }
    return places;
  }

  /** Names of the open places. */
  public Set<String> places() {
    Set<String> places = new LinkedHashSet<>();
    parts.forEach(part -> places.addAll(places(part.words())));
    return places;
  }

  /** Program and arguments for one upload. */
  public List<String> filled(Function<String, Optional<String>> values) {
    List<String> command = new ArrayList<>();
    for (Part part : parts) {
      if (!part.group()
          || places(part.words()).stream().allMatch(p -> values.apply(p).isPresent())) {
        part.words().forEach(word -> command.add(filled(word, values)));
      }
    }
    return command;
  }

  private static String filled(String word, Function<String, Optional<String>> values) {
    return PLACE
        .matcher(word)
        .replaceAll(m -> Matcher.quoteReplacement(values.apply(m.group(1)).orElse("")));
  }

  /** As it was written, in one line. */
  public String text() {
    List<String> words = new ArrayList<>();
    for (Part part : parts) {
      String text = String.join(" ", part.words());
      words.add(part.group() ? "[" + text + "]" : text);
    }
    return String.join(" ", words);
  }
}
