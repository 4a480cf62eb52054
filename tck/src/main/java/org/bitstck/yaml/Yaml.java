package org.bitstck.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** Reads YAML 1.2 so that every value knows its place. */
public final class Yaml {
  static final int MAX_CHARACTERS = 1024 * 1024;

  private static final String TOO_LARGE = "the file is larger than 1 MiB";

  private Yaml() {}

  /**
   * Reads one document.
   *
   * @param source the text, with the name that problems will show
   * @param text the same text
   * @throws YamlException if the text is no YAML, is empty or holds more than one document
   */
  public static YamlValue parse(Source source, String text) {
    if (text.length() > MAX_CHARACTERS) {
      throw new YamlException(source.problem(source.start(), 1, TOO_LARGE));
    }
    Tree tree = BundledTrees.find(source.name(), text);
    return new YamlValue(source, tree == null ? TreeParser.parse(source, text) : tree, Map.of());
  }

  /**
   * The text of a file that a person wrote.
   *
   * @throws YamlException if it is no text in UTF-8, or larger than any such file is
   * @throws IOException if it cannot be read
   */
  public static String textOf(Path file) throws IOException {
    Position start = new Position(file.toString(), 1, 1);
    if (Files.size(file) > MAX_CHARACTERS) {
      throw new YamlException(new Problem(start, TOO_LARGE, ""));
    }
    try {
      return Files.readString(file);
    } catch (CharacterCodingException e) {
      throw new YamlException(new Problem(start, "the file is no text in UTF-8", ""));
    }
  }
}
