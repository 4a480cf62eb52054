package org.bitstck.benchmarks;

/** The client suite with the bundled client, in both ways of having it upload. */
final class ClientPart implements Part {
  @Override
  public String name() {
    return "client";
  }

  @Override
  public String measure(Bench bench) throws Exception {
    CostTable table = new CostTable();
    for (int round = 0; round < bench.rounds(); round++) {
      for (Way way : new Way[] {Way.PLAIN, Way.LAUNCHER}) {
        table.add("one driver for all, " + way.text(), bench.kit().run(way, "client"));
        table.add(
            "a process for each upload, " + way.text(),
            bench.kit().run(way, "client", "--per-process"));
      }
    }
    return table.text();
  }
}
