package org.bitstck.yaml;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.schema.FailsafeSchema;

/** Makes trees of texts; all that knows the YAML library. */
final class TreeParser {
  private TreeParser() {}

  /**
   * Parses one document.
   *
   * @throws YamlException if the text is no YAML, is empty or holds more than one document
   */
  static Tree parse(Source source, String text) {
    LoadSettings settings =
        LoadSettings.builder()
            .setLabel(source.name())
            .setCodePointLimit(Yaml.MAX_CHARACTERS)
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
      throw new YamlException(source.problem(source.start(), 1, "not valid YAML: " + why));
    } catch (StackOverflowError e) {
      throw new YamlException(source.problem(source.start(), 1, "the file is nested too deeply"));
    }
    return root.map(TreeParser::tree)
        .orElseThrow(
            () -> new YamlException(source.problem(source.start(), 1, "the file is empty")));
  }

  private static Tree tree(Node node) {
    int line = node.getStartMark().map(mark -> mark.getLine() + 1).orElse(1);
    int column = node.getStartMark().map(mark -> mark.getColumn() + 1).orElse(1);
    if (node instanceof ScalarNode scalar) {
      String text = scalar.getValue();
      return new Tree.Scalar(line, column, text, scalar.isPlain(), YamlValue.mayBeOpen(text));
    }
    if (node instanceof SequenceNode sequence) {
      List<Tree> items = new ArrayList<>();
      for (Node item : sequence.getValue()) {
        items.add(tree(item));
      }
      return new Tree.Sequence(line, column, items);
    }
    List<Tree.Entry> entries = new ArrayList<>();
    for (NodeTuple tuple : ((MappingNode) node).getValue()) {
      entries.add(new Tree.Entry(tree(tuple.getKeyNode()), tree(tuple.getValueNode())));
    }
    return new Tree.Mapping(line, column, entries);
  }

  /** Where something that is not ended began, or else where the problem showed. */
  private static Position place(Source source, String text, MarkedYamlEngineException e) {
    boolean atTheEnd =
        e.getProblemMark().filter(m -> m.getLine() >= text.lines().count()).isPresent();
    return (atTheEnd ? e.getContextMark() : e.getProblemMark())
        .or(e::getProblemMark)
        .map(mark -> position(source, mark))
        .orElse(source.start());
  }

  private static String why(MarkedYamlEngineException e) {
    return (e.getContext() == null ? "" : e.getContext() + ", ") + e.getProblem();
  }

  private static Position position(Source source, Mark mark) {
    return new Position(source.name(), mark.getLine() + 1, mark.getColumn() + 1);
  }
}
