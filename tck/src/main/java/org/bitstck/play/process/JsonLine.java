package org.bitstck.play.process;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One JSON object in one line, as the kit and a driver exchange them. */
public final class JsonLine {
  private static final JsonFactory JSON = new JsonFactory();

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
    try (JsonParser parser = JSON.createParser(line)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException("no JSON object");
      }
      Map<String, Object> words = object(parser);
      if (parser.nextToken() != null) {
        throw new IOException("more than a JSON object");
      }
      return new JsonLine(words);
    }
  }

  private static Map<String, Object> object(JsonParser parser) throws IOException {
    Map<String, Object> words = new LinkedHashMap<>();
    while (parser.nextToken() == JsonToken.FIELD_NAME) {
      String name = parser.currentName();
      parser.nextToken();
      words.put(name, value(parser));
    }
    return words;
  }

  private static Object value(JsonParser parser) throws IOException {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object(parser);
      case START_ARRAY -> {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          items.add(value(parser));
        }
        yield items;
      }
      case VALUE_NULL -> null;
      default -> parser.getText();
    };
  }

  /** A text or a number as text; null if the word is not there, null or something else. */
  public String text(String word) {
    return words.get(word) instanceof String text ? text : null;
  }

  /** The texts of a list; null if the word is no list of plain values. */
  public List<String> texts(String word) {
    if (!(words.get(word) instanceof List<?> items)) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    for (Object item : items) {
      if (!(item instanceof String text)) {
        return null;
      }
      texts.add(text);
    }
    return texts;
  }

  public boolean has(String word) {
    return words.containsKey(word);
  }

  /** Writes texts and numbers as a line; what is null is left out. */
  public static String write(Map<String, Object> words) {
    StringWriter line = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(line)) {
      json.writeStartObject();
      for (Map.Entry<String, Object> word : words.entrySet()) {
        if (word.getValue() instanceof Long number) {
          json.writeNumberField(word.getKey(), number);
        } else if (word.getValue() != null) {
          json.writeStringField(word.getKey(), word.getValue().toString());
        }
      }
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return line.append('\n').toString();
  }
}
