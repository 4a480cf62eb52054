package org.bitstck.yaml;

import java.util.Map;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** Reads YAML 1.2 so that every value knows its place. */
public final class Yaml {
  private static final int MAX_CHARACTERS = 4 * 1024 * 1024;

  private Yaml() {}

  /**
   * Reads one document.
   *
   * @param source the text, with the name that problems will show
   * @param text the same text
   * @throws YamlException if the text is no YAML, is empty or holds more than one document
   */
  public static YamlValue parse(Source source, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(MAX_CHARACTERS)
            .setMaxAliasesForCollections(0)
            .build();
    Optional<Node> root;
    try {
      root = new Compose(settings).composeString(text);
    } catch (MarkedYamlEngineException e) {
      Position at = e.getProblemMark().map(m -> position(source, m)).orElse(start(source));
      throw new YamlException(source.problem(at, 1, "not valid YAML: " + e.getProblem()));
    } catch (YamlEngineException e) {
      throw new YamlException(
          source.problem(start(source), 1, "not valid YAML: " + e.getMessage()));
    }
    return root.map(node -> new YamlValue(source, node, Map.of()))
        .orElseThrow(
            () -> new YamlException(source.problem(start(source), 1, "the file is empty")));
  }

  static Position position(Source source, Mark mark) {
    return new Position(source.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }

  private static Position start(Source source) {
    return new Position(source.name(), 1, 1);
  }
}
