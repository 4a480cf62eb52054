package org.bitstck.scenario.library;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.bitstck.scenario.RoleReader;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Finds variables that nothing will ever fill in: they would be sent as they stand. */
final class VariableCheck {
  private final RoleReader reader;

  /**
   * @param reader knows behind which words the player fills in variables; elsewhere only a table's
   *     columns count
   */
  VariableCheck(RoleReader reader) {
    this.reader = reader;
  }

  /**
   * Looks through a scenario whose columns are filled in.
   *
   * @param columns of its table, as hints
   * @throws YamlException at the first variable that stays open
   */
  void check(YamlValue scenario, Set<String> columns) {
    look(scenario, false, columns);
  }

  private void look(YamlValue value, boolean played, Set<String> columns) {
    if (!value.hasVariables()) {
      return;
    }
    if (value.isMapping()) {
      for (YamlMapping.Entry entry : value.mapping("a mapping").entries()) {
        String word = entry.key().text();
        if (!word.equals("each")) {
          look(entry.key(), played, columns);
          look(entry.value(), played || reader.filledWhilePlayed().contains(word), columns);
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

  private void check(YamlValue value, String name, boolean played, Set<String> columns) {
    if (reader.fills(name)) {
      if (!played) {
        throw value.problem(
            "'${"
                + name
                + "}' is filled in behind "
                + quoted(new TreeSet<>(reader.filledWhilePlayed()))
                + " only");
      }
      return;
    }
    Set<String> known = new TreeSet<>(columns);
    if (played) {
      reader.variables().stream().filter(reader::fills).forEach(known::add);
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

  /** {@code 'a', 'b' and 'c'}. */
  private static String quoted(Set<String> words) {
    List<String> all = words.stream().map(word -> "'" + word + "'").toList();
    return all.size() < 2
        ? String.join("", all)
        : String.join(", ", all.subList(0, all.size() - 1)) + " and " + all.get(all.size() - 1);
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
    if (!value.hasVariables()) {
      return;
    }
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
