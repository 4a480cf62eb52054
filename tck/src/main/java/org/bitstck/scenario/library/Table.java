package org.bitstck.scenario.library;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** The table behind {@code each}: the scenario is played once per row. */
final class Table {
  private static final Pattern NAME = Pattern.compile("[\\w.:+-]{1,40}");

  private Table() {}

  /** One line of a table. */
  record Row(String name, Map<String, String> values) {}

  /**
   * The rows of a scenario that has a table.
   *
   * @throws org.bitstck.yaml.YamlException if it is empty, or rows would be alike
   */
  static List<Row> read(YamlMapping scenario) {
    List<Row> rows = rows(scenario.require("each"));
    VariableCheck.checkUsed(scenario, rows.get(0).values.keySet());
    Set<String> names = new HashSet<>();
    for (Row row : rows) {
      if (!names.add(row.name)) {
        throw scenario.key("each").problem("two rows have the name '" + row.name + "'");
      }
    }
    return rows;
  }

  /** A list of rows with named values, or one column: {@code type: [a, b]}. */
  private static List<Row> rows(YamlValue each) {
    List<Row> rows = new ArrayList<>();
    if (each.isSequence()) {
      for (YamlValue item : each.items()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (YamlMapping.Entry cell : item.mapping("a row of the table").entries()) {
          values.put(cell.key().text(), cell.value().text());
        }
        String name = values.remove("case");
        if (values.isEmpty()) {
          throw item.problem("a row of the table needs a value to fill in");
        }
        rows.add(
            new Row(
                name != null ? name : rowName(values.values().iterator().next(), rows), values));
      }
    } else {
      List<YamlMapping.Entry> columns = each.mapping("a table").entries();
      if (columns.size() != 1) {
        throw each.problem("a table of several columns is a list of rows: - {a: 1, b: 2}");
      }
      String column = columns.get(0).key().text();
      for (YamlValue item : columns.get(0).value().items()) {
        rows.add(new Row(rowName(item.text(), rows), Map.of(column, item.text())));
      }
    }
    if (rows.isEmpty()) {
      throw each.problem("the table is empty");
    }
    return rows;
  }

  private static String rowName(String value, List<Row> before) {
    return NAME.matcher(value).matches() ? value : String.valueOf(before.size() + 1);
  }
}
