package org.bitstck.benchmarks;

import java.util.List;
import java.util.Map;

/** From the prompt to the prompt, for commands that do little. */
final class StartPart implements Part {
  private static final String ONE = "fragment/ranges/gap*";

  @Override
  public String name() {
    return "start";
  }

  @Override
  public String measure(Bench bench) throws Exception {
    CostTable table = new CostTable();
    try (RunningServer server = bench.server()) {
      for (int round = 0; round < bench.rounds(); round++) {
        table.add("a JVM that does nothing", nothing(bench));
        for (Way way : Way.values()) {
          table.add("`--version`, " + way.text(), bench.kit().run(way, "--version"));
        }
        for (Way way : Way.values()) {
          table.add("`list`, " + way.text(), bench.kit().run(way, "list"));
        }
        for (Way way : Way.values()) {
          table.add(
              "`server URL --only '" + ONE + "'`, " + way.text(),
              bench.kit().run(way, "server", server.url(), "--only", ONE));
        }
      }
    }
    return table.text();
  }

  private static Cost nothing(Bench bench) throws Exception {
    return Cost.of(
        List.of(
            KitCommand.java(),
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-cp",
            System.getProperty("java.class.path"),
            Nothing.class.getName()),
        Map.of(),
        bench.folder());
  }

  /** What no Java program is quicker than. */
  static final class Nothing {
    private Nothing() {}

    public static void main(String[] args) {
      // as it says
    }
  }
}
