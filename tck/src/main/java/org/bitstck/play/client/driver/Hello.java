package org.bitstck.play.client.driver;

import java.io.IOException;
import java.util.List;
import java.util.Set;
import org.bitstck.play.process.JsonLine;
import org.bitstck.play.process.Lines;
import org.bitstck.subject.Words;
import org.bitstck.yaml.Nearest;

/**
 * What a driver says first.
 *
 * @param name of the client
 * @param capabilities of the client, words of {@link Words#CLIENT_CAPABILITIES}
 */
record Hello(String name, Set<String> capabilities) {
  /** The only contract there is. */
  static final String CONTRACT = "bits-tck-driver/1";

  /**
   * Reads the first line of a driver.
   *
   * @throws IOException if it is no hello; the message says what is wrong
   */
  static Hello read(String line) throws IOException {
    JsonLine json;
    try {
      json = JsonLine.read(line);
    } catch (IOException e) {
      throw new IOException("its first line is no hello but " + Lines.shown(line), e);
    }
    String contract = json.text("driver");
    if (contract == null) {
      throw new IOException("its first line is no hello but " + Lines.shown(line));
    }
    if (!contract.equals(CONTRACT)) {
      throw new IOException(
          "it speaks '" + contract + "'; this kit speaks '" + CONTRACT + "' and nothing else");
    }
    List<String> capabilities = json.texts("capabilities");
    if (capabilities == null) {
      throw new IOException("its hello has no list of 'capabilities'; it may be empty: []");
    }
    for (String word : capabilities) {
      if (!Words.CLIENT_CAPABILITIES.containsKey(word)) {
        throw new IOException(
            "its hello declares an unknown capability '"
                + word
                + "'"
                + Nearest.to(word, Words.CLIENT_CAPABILITIES.keySet())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(
                        "; there are " + String.join(", ", Words.CLIENT_CAPABILITIES.keySet())));
      }
    }
    String name = json.text("name");
    return new Hello(name == null ? "unnamed client" : name, Set.copyOf(capabilities));
  }
}
