package org.bitstck.scenario;

import java.nio.charset.StandardCharsets;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what a file of a scenario is like. */
public final class FileSpecReader {
  private static final long DEFAULT_SIZE = 300;

  private FileSpecReader() {}

  /**
   * The file that is uploaded; one of 300 bytes where the scenario says nothing.
   *
   * @param scenario its words
   */
  public static FileSpec main(YamlMapping scenario) {
    return scenario.take(FileSpec.MAIN).map(value -> read(FileSpec.MAIN, value)).orElse(usual());
  }

  /** The file of a scenario that says nothing of it. */
  public static FileSpec usual() {
    return new FileSpec(FileSpec.MAIN, DEFAULT_SIZE, null);
  }

  /** A size, {@code {text: …}}, or a size made of a setting. */
  public static FileSpec read(String name, YamlValue value) {
    return value.isMapping() && value.mapping("a file").has("setting")
        ? new FileSpec(name, Amount.read(value, Quantity::bytes, 1), null)
        : fixed(name, value);
  }

  /** A size, or {@code {text: …}}. */
  public static FileSpec fixed(String name, YamlValue value) {
    if (!value.isMapping()) {
      return new FileSpec(name, value.as(Quantity::bytes), null);
    }
    YamlMapping words = value.mapping("a file");
    byte[] bytes = words.require("text").text().getBytes(StandardCharsets.ISO_8859_1);
    words.done();
    return new FileSpec(name, bytes.length, bytes);
  }
}
