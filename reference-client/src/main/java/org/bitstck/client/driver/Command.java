package org.bitstck.client.driver;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.bitstck.client.http.Credentials;

/** A line from the other program: an object of plain values. */
final class Command {
  private final Map<String, String> values = new HashMap<>();

  private Command() {}

  static Command parse(String line) throws IOException {
    Command command = new Command();
    try (JsonParser json = Driver.JSON.createParser(line)) {
      if (json.nextToken() != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("a command is a JSON object");
      }
      while (json.nextToken() != JsonToken.END_OBJECT) {
        String name = json.currentName();
        JsonToken token = json.nextToken();
        if (token.isStructStart()) {
          throw new IllegalArgumentException(name + " is not a plain value");
        }
        if (token != JsonToken.VALUE_NULL) {
          command.values.put(name, json.getText());
        }
      }
    }
    return command;
  }

  /** The id of a line that is broken further on, null if even that is not there. */
  static String idOf(String line) {
    try (JsonParser json = Driver.JSON.createParser(line)) {
      while (json.nextToken() != null) {
        if (json.currentToken() == JsonToken.VALUE_STRING && "id".equals(json.currentName())) {
          return json.getText();
        }
      }
    } catch (IOException e) {
      // there is none
    }
    return null;
  }

  String text(String name) {
    return values.get(name);
  }

  String required(String name) {
    String value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(name + " is missing");
    }
    return value;
  }

  /** A whole number from 1 on. */
  long number(String name, long otherwise) {
    String text = values.get(name);
    if (text == null) {
      return otherwise;
    }
    try {
      long number = Long.parseLong(text);
      if (number > 0) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException(name + " is no number above 0");
  }

  Duration millis(String name, Duration otherwise) {
    return Duration.ofMillis(number(name, otherwise.toMillis()));
  }

  Credentials credentials() {
    String user = values.get("user");
    return user == null ? null : new Credentials(user, values.getOrDefault("password", ""));
  }
}
