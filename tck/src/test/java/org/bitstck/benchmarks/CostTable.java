package org.bitstck.benchmarks;

import java.util.LinkedHashMap;
import java.util.Map;

/** One row for each command. */
final class CostTable {
  private final Map<String, Costs> rows = new LinkedHashMap<>();

  void add(String row, Cost cost) {
    rows.computeIfAbsent(row, name -> new Costs()).add(cost);
  }

  String text() {
    StringBuilder text = new StringBuilder("| | wall, s | CPU, s | memory, MiB |\n");
    text.append("| --- | ---: | ---: | ---: |\n");
    rows.forEach(
        (row, costs) ->
            text.append("| ").append(row).append(" | ").append(costs.cells()).append(" |\n"));
    return text.toString();
  }
}
