package org.bitstck.scenario.client;

import org.bitstck.scenario.HeaderReader;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what an answer of the kit's server says otherwise than a correct one's would. */
final class AckReader {
  private static final long WORD = 0xFFFFFFFFL;

  private AckReader() {}

  static AckEdit read(YamlValue value) {
    YamlMapping words = value.mapping("an answer");
    AckEdit edit =
        new AckEdit(
            words.take("status").map(v -> (int) v.number(200, 599)).orElse(0),
            words.take("reason").map(YamlValue::text).orElse(null),
            words.take("received-range").map(v -> v.as(Quantity::bytes)).orElse(-1L),
            words.take("error").map(v -> v.number(0, WORD)).orElse(-1L),
            words.take("context").map(v -> v.number(0, WORD)).orElse(-1L),
            words.take("headers").map(HeaderReader::edits).orElse(AckEdit.NONE.headers()),
            words.take("body").map(YamlValue::text).orElse(null),
            words.take("body-type").map(YamlValue::text).orElse(null),
            words.take("version").map(AckReader::version).orElse(null),
            words.take("takes").map(YamlValue::flag).orElse(null));
    words.done();
    if (edit.equals(AckEdit.NONE)) {
      throw value.problem("this answer is the correct one; say what is different, or leave it out");
    }
    if (edit.bodyType() != null && edit.body() == null) {
      throw words.key("body-type").problem("'body-type' needs a 'body'");
    }
    return edit;
  }

  private static String version(YamlValue value) {
    if (!value.text().matches("HTTP/\\S+")) {
      throw value.problem("a version as in the status line is wanted here: HTTP/1.0");
    }
    return value.text();
  }
}
