package org.bitstck.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.bitstck.yaml.YamlException;
import tools.jackson.databind.JsonNode;

/**
 * The words that readers and schemas know. A reader tells its own when it refuses a word that
 * resembles none of them.
 */
public final class KnownWords {
  /** A word that resembles none. */
  public static final String STRANGE = "q".repeat(40);

  private KnownWords() {}

  /** What a reader says that it knows where a strange word stands. */
  public static Set<String> known(Consumer<String> reader, String yaml) {
    YamlException refusal = catchThrowableOfType(YamlException.class, () -> reader.accept(yaml));
    assertThat(refusal).as(yaml).isNotNull();
    String message = refusal.problems().get(refusal.problems().size() - 1).message();
    assertThat(message).contains("unknown word '" + STRANGE + "'", "known here: ");
    return new TreeSet<>(
        List.of(message.substring(message.indexOf("known here: ") + 12).split(", ")));
  }

  /** The words that a schema has at a pointer. */
  public static List<String> words(String schema, String pointer) {
    JsonNode tree = Schemas.tree(schema);
    JsonNode node = tree.at(pointer == null ? "" : pointer.replace("\\$", "$"));
    if (node.isString()) {
      node = tree.at(node.asString().substring(1));
    }
    if (node.has("anyOf") && !node.has("properties")) {
      node = node.get("anyOf").get(1);
    }
    List<String> words = new ArrayList<>();
    node.get("properties").propertyNames().forEach(words::add);
    return words;
  }
}
