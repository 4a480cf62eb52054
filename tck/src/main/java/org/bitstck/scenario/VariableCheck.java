package org.bitstck.scenario;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Finds variables that nothing will ever fill in: they would be sent as they stand. */
final class VariableCheck {
  /** Words behind which the player fills in variables; elsewhere only a table's columns count. */
  private static final Set<String> FILLED_WHILE_PLAYED = Set.of("headers", "target", "wire");

  private VariableCheck() {}

  /**
   * Looks through a scenario whose columns are filled in.
   *
   * @param columns of its table, as hints
   * @throws YamlException at the first variable that stays open
   */
  static void check(YamlValue scenario, Set<String> columns) {
    look(scenario, false, columns);
  }

  private static void look(YamlValue value, boolean played, Set<String> columns) {
    if (value.isMapping()) {
      for (YamlMapping.Entry entry : value.mapping("a mapping").entries()) {
        String word = entry.key().text();
        if (!word.equals("each")) {
          look(entry.key(), played, columns);
          look(entry.value(), played || FILLED_WHILE_PLAYED.contains(word), columns);
        }
      }
    } else if (value.isSequence()) {
      value.items().forEach(item -> look(item, played, columns));
    } else {
      for (String name : YamlValue.openVariables(value.text())) {
        check(value, name, played, columns);
      }
    }
  }

  private static void check(YamlValue value, String name, boolean played, Set<String> columns) {
    if (Variables.isKnown(name)) {
      if (!played) {
        throw value.problem(
            "'${" + name + "}' is filled in behind 'headers', 'target' and 'wire' only");
      }
      return;
    }
    Set<String> known = new TreeSet<>(columns);
    if (played) {
      known.addAll(Variables.NAMES);
    }
    throw value.problem(
        "unknown variable '${"
            + name
            + "}'"
            + Nearest.to(name, known)
                .map(near -> "; did you mean '${" + near + "}'?")
                .orElse(
                    known.isEmpty()
                        ? "; columns of 'each' may stand here"
                        : "; there are " + String.join(", ", known)));
  }

  /**
   * Sees to it that the columns of a table make a difference.
   *
   * @param scenario with its columns still open
   * @throws YamlException if no step uses one of them
   */
  static void checkUsed(YamlMapping scenario, Set<String> columns) {
    Set<String> used = new LinkedHashSet<>();
    for (YamlMapping.Entry entry : scenario.entries()) {
      if (!entry.key().text().equals("each")) {
        collect(entry.value(), used);
      }
    }
    for (String column : columns) {
      if (!used.contains(column)) {
        throw scenario
            .key("each")
            .problem("nothing uses '${" + column + "}': each row would play the same");
      }
    }
  }

  private static void collect(YamlValue value, Set<String> used) {
    if (value.isMapping()) {
      for (YamlMapping.Entry entry : value.mapping("a mapping").entries()) {
        used.addAll(YamlValue.openVariables(entry.key().text()));
        collect(entry.value(), used);
      }
    } else if (value.isSequence()) {
      value.items().forEach(item -> collect(item, used));
    } else {
      used.addAll(YamlValue.openVariables(value.text()));
    }
  }
}
