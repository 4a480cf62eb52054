package org.bitstck.scenario;

import java.nio.charset.StandardCharsets;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what a file of a scenario is like. */
public final class FileSpecReader {
  private static final long DEFAULT_SIZE = 300;

  private FileSpecReader() {}

  /** The file that is uploaded; one of 300 bytes where the scenario says nothing. */
  public static FileSpec main(YamlMapping scenario) {
    return scenario
        .take("file")
        .map(value -> read(FileSpec.MAIN, value))
        .orElse(new FileSpec(FileSpec.MAIN, DEFAULT_SIZE, null));
  }

  /** A size, {@code {text: …}}, or a size made of a setting. */
  public static FileSpec read(String name, YamlValue value) {
    if (!value.isMapping()) {
      return new FileSpec(name, value.as(Quantity::bytes), null);
    }
    YamlMapping words = value.mapping("a file");
    if (words.has("setting")) {
      return new FileSpec(name, Amount.read(value, Quantity::bytes, 1), null);
    }
    byte[] bytes = words.require("text").text().getBytes(StandardCharsets.ISO_8859_1);
    words.done();
    return new FileSpec(name, bytes.length, bytes);
  }
}
