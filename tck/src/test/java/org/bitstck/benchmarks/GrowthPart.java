package org.bitstck.benchmarks;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What a scenario costs as there are more and more of them. */
final class GrowthPart implements Part {
  private static final List<Integer> SIZES = List.of(50, 100, 500, 1000, 2500, 5000);

  @Override
  public String name() {
    return "growth";
  }

  @Override
  public String measure(Bench bench) throws Exception {
    Map<Integer, Costs> bySize = new LinkedHashMap<>();
    try (RunningServer server = bench.server()) {
      for (int round = 0; round < bench.rounds(); round++) {
        for (int size : SIZES) {
          List<String> arguments = new ArrayList<>(List.of("server", server.url()));
          arguments.addAll(List.of("--report", "json,html", "--out", bench.folder() + "/grown"));
          arguments.addAll(Generated.options(bench.folder(), size));
          bySize
              .computeIfAbsent(size, s -> new Costs())
              .add(bench.kit().run(Way.LAUNCHER, arguments.toArray(String[]::new)));
        }
      }
    }
    return table(bySize);
  }

  private static String table(Map<Integer, Costs> bySize) {
    StringBuilder text = new StringBuilder();
    text.append("| scenarios | wall, s | CPU, s | memory, MiB | CPU of one more, ms |\n");
    text.append("| ---: | ---: | ---: | ---: | ---: |\n");
    int lessScenarios = 0;
    double lessCpu = 0;
    for (Map.Entry<Integer, Costs> entry : bySize.entrySet()) {
      int scenarios = entry.getKey();
      double cpu = entry.getValue().cpu().median();
      String more =
          lessScenarios == 0
              ? ""
              : String.format(
                  Locale.ROOT, "%.2f", (cpu - lessCpu) * 1000 / (scenarios - lessScenarios));
      text.append("| ").append(scenarios).append(" | ").append(entry.getValue().cells());
      text.append(" | ").append(more).append(" |\n");
      lessScenarios = scenarios;
      lessCpu = cpu;
    }
    return text.toString();
  }
}
