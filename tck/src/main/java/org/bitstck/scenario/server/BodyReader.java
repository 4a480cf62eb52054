package org.bitstck.scenario.server;

import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Set;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what a request has instead of its usual body. */
final class BodyReader {
  private static final String BODIES =
      "a body is 'none', {text: …}, {hex: …}, or bytes of a file: {range: 0-49, file: …, xor: 0xFF}";

  private BodyReader() {}

  /**
   * Reads {@code body}.
   *
   * @param files names of the scenario's files
   */
  static Body read(YamlValue value, Set<String> files) {
    if (value.isScalar() && value.text().equals("none")) {
      return new Body.Bytes(new byte[0]);
    }
    if (!value.isMapping()) {
      throw value.problem(BODIES);
    }
    YamlMapping words = value.mapping("a body");
    Body body;
    if (words.contains("text") && words.contains("hex")) {
      throw value.problem(BODIES);
    } else if (words.has("text")) {
      body = new Body.Bytes(words.require("text").text().getBytes(StandardCharsets.ISO_8859_1));
    } else if (words.has("hex")) {
      body = new Body.Bytes(words.require("hex").as(HexFormat.of()::parseHex));
    } else {
      FragmentRange range = words.take("range").map(ConditionReader::fixedRange).orElse(null);
      String file = words.take("file").map(v -> ConditionReader.known(v, files)).orElse(null);
      int xor = words.take("xor").map(v -> (int) v.number(1, 0xFF)).orElse(0);
      if (range == null && file == null && xor == 0) {
        throw value.problem(BODIES);
      }
      body =
          range == null
              ? new Body.OfFile(file, -1, -1, xor)
              : new Body.OfFile(file, range.first(), range.last(), xor);
    }
    words.done();
    return body;
  }
}
