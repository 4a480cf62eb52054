package org.bitstck.server.config;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import org.snakeyaml.engine.v2.common.ScalarStyle;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.NodeTuple;
import org.snakeyaml.engine.v2.nodes.ScalarNode;
import org.snakeyaml.engine.v2.nodes.SequenceNode;
import org.snakeyaml.engine.v2.nodes.Tag;

/**
 * One mapping of the configuration file. Its keys are asked for one by one; what nobody asked for
 * is a mistake of the writer, and {@link #end()} says so. Problems are collected, so that one look
 * shows all of them.
 */
final class Section {
  private final Problems problems;
  private final Map<String, Node> values = new LinkedHashMap<>();
  private final Map<String, ScalarNode> keys = new LinkedHashMap<>();
  private final Set<String> asked = new TreeSet<>();
  private final Optional<Mark> mark;

  Section(Node node, Problems problems) {
    this.problems = problems;
    this.mark = node.getStartMark();
    if (node instanceof MappingNode mapping) {
      for (NodeTuple tuple : mapping.getValue()) {
        if (tuple.getKeyNode() instanceof ScalarNode key) {
          if (keys.put(key.getValue(), key) != null) {
            problem(key, "'" + key.getValue() + "' is here twice");
          }
          values.put(key.getValue(), tuple.getValueNode());
        }
      }
    } else if (!Tag.NULL.equals(node.getTag())) {
      problem(node, "expected keys and values here");
    }
  }

  /** All keys, for a mapping whose keys are not fixed; they count as asked for. */
  List<String> names() {
    asked.addAll(values.keySet());
    return List.copyOf(values.keySet());
  }

  boolean has(String key) {
    asked.add(key);
    return values.containsKey(key);
  }

  /** The section under a key; an empty one if it is missing. */
  Section section(String key) {
    asked.add(key);
    Node node = values.get(key);
    return new Section(
        node == null ? new ScalarNode(Tag.NULL, "", ScalarStyle.PLAIN) : node, problems);
  }

  String text(String key, String otherwise) {
    return read(key, otherwise, "a text", Optional::of);
  }

  boolean flag(String key, boolean otherwise) {
    return read(
        key,
        otherwise,
        "true or false",
        text ->
            switch (text) {
              case "true" -> Optional.of(true);
              case "false" -> Optional.of(false);
              default -> Optional.empty();
            });
  }

  int number(String key, int otherwise, int least, int most) {
    return read(
        key,
        otherwise,
        "a number from " + least + " to " + most,
        text -> {
          try {
            int number = Integer.parseInt(text);
            return number < least || number > most ? Optional.empty() : Optional.of(number);
          } catch (NumberFormatException e) {
            return Optional.empty();
          }
        });
  }

  /** Bytes. */
  long size(String key, long otherwise) {
    return read(key, otherwise, "a size such as 500, 64 KiB or 10 GB", Units::size);
  }

  Duration duration(String key, Duration otherwise) {
    return read(key, otherwise, "a time such as 500ms, 30s, 5m or 14d", Units::duration);
  }

  /** One of some words. */
  String choice(String key, String otherwise, List<String> words) {
    String text = text(key, otherwise);
    if (text != null && !words.contains(text)) {
      problem(key, "'" + text + "' is not known" + Suggestion.of(text, words));
      return otherwise;
    }
    return text;
  }

  /** A list of texts; null if the key is missing. */
  List<String> list(String key) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return null;
    }
    List<String> texts = new ArrayList<>();
    if (node instanceof SequenceNode sequence) {
      for (Node item : sequence.getValue()) {
        if (item instanceof ScalarNode scalar) {
          texts.add(scalar.getValue());
        } else {
          problem(item, "expected a text");
        }
      }
    } else {
      problem(node, "'" + key + "' has to be a list such as [one, two]");
    }
    return texts;
  }

  private <T> T read(
      String key, T otherwise, String expected, Function<String, Optional<T>> reader) {
    asked.add(key);
    Node node = values.get(key);
    if (node == null) {
      return otherwise;
    }
    if (node instanceof ScalarNode scalar && !Tag.NULL.equals(node.getTag())) {
      Optional<T> value = reader.apply(scalar.getValue());
      if (value.isPresent()) {
        return value.get();
      }
    }
    problem(node, "'" + key + "' has to be " + expected);
    return otherwise;
  }

  /** Complains about the value of a key; about the whole section if the key is missing. */
  void problem(String key, String message) {
    Node node = values.get(key);
    if (node == null) {
      problems.add(mark, 1, message);
    } else {
      problem(node, message);
    }
  }

  /** Complains about a key. */
  void keyProblem(String key, String message) {
    problem(keys.get(key), message);
  }

  private void problem(Node node, String message) {
    int width = node instanceof ScalarNode scalar ? scalar.getValue().length() : 1;
    problems.add(node.getStartMark(), width, message);
  }

  /** Complains about keys that nobody asked for. */
  void end() {
    for (String key : values.keySet()) {
      if (!asked.contains(key)) {
        keyProblem(key, "'" + key + "' is not known here" + Suggestion.of(key, asked));
      }
    }
  }
}
