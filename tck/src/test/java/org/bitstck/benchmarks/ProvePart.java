package org.bitstck.benchmarks;

/** The proof of the kit, all wrong peers included. Takes minutes. */
final class ProvePart implements Part {
  static final String NAME = "prove";

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public String measure(Bench bench) throws Exception {
    CostTable table = new CostTable();
    for (int round = 0; round < bench.rounds(); round++) {
      table.add("`prove`", bench.kit().run(Way.PLAIN, "prove"));
    }
    return table.text();
  }
}
