package org.bitstck.play.process;

import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.bitstck.json.Json;

/** One JSON object in one line, as the kit and a driver exchange them. */
public final class JsonLine {
  private final Map<String, Object> words;

  private JsonLine(Map<String, Object> words) {
    this.words = words;
  }

  /**
   * Reads a line.
   *
   * @throws IOException if it is no JSON object, or more than one
   */
  public static JsonLine read(String line) throws IOException {
    return new JsonLine(Json.read(new StringReader(line)));
  }

  /** A text, a number or a truth value as text; null if the word is not there or something else. */
  public String text(String word) {
    return plain(words.get(word));
  }

  private static String plain(Object value) {
    return value == null || value instanceof Map || value instanceof List ? null : value.toString();
  }

  /** The texts of a list; null if the word is no list of plain values. */
  public List<String> texts(String word) {
    if (!(words.get(word) instanceof List<?> items)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      texts.add(plain(item));
    }
    return texts.contains(null) ? null : texts;
  }

  public boolean has(String word) {
    return words.containsKey(word);
  }

  /** Writes texts and numbers as a line; what is null is left out. */
  public static String write(Map<String, Object> words) {
    Map<String, Object> said = new LinkedHashMap<>(words);
    said.values().removeIf(Objects::isNull);
    return Json.line(said) + '\n';
  }
}
