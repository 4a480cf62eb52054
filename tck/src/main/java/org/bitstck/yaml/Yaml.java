package org.bitstck.yaml;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Reads YAML 1.2 so that every value knows its place. */
public final class Yaml {
  private static final int MAX_CHARACTERS = 1024 * 1024;

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
      throw new YamlException(source.problem(start(source), 1, TOO_LARGE));
    }
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(MAX_CHARACTERS)
            .setMaxAliasesForCollections(0)
            // what a plain value means is for its reader to say, who knows what is wanted
            .setSchema(new FailsafeSchema())
            .build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      throw new YamlException(
          source.problem(place(source, text, e), 1, "not valid YAML: " + why(e)));
    } catch (YamlEngineException e) {
      String why =
          e.getMessage().contains("aliases")
              ? "an alias (*name) may stand for a plain value only"
              : e.getMessage();
      throw new YamlException(source.problem(start(source), 1, "not valid YAML: " + why));
    } catch (StackOverflowError e) {
      throw new YamlException(source.problem(start(source), 1, "the file is nested too deeply"));
    }
    return root.map(node -> new YamlValue(source, node, Map.of()))
        .orElseThrow(
            () -> new YamlException(source.problem(start(source), 1, "the file is empty")));
  }

  /** Where something that is not ended began, or else where the problem showed. */
  private static Position place(Source source, String text, MarkedYamlEngineException e) {
    boolean atTheEnd =
        e.getProblemMark().filter(m -> m.getLine() >= text.lines().count()).isPresent();
    return (atTheEnd ? e.getContextMark() : e.getProblemMark())
        .or(e::getProblemMark)
        .map(mark -> position(source, mark))
        .orElse(start(source));
  }

  private static String why(MarkedYamlEngineException e) {
    return (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem();
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

  static Position position(Source source, Mark mark) {
    return new Position(source.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Position start(Source source) {
    return new Position(source.name(), 1, 1);
  }
}
