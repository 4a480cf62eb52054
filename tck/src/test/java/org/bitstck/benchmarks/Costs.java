package org.bitstck.benchmarks;

/** What a command cost each time. */
final class Costs {
  private final Series wall = new Series();
  private final Series cpu = new Series();
  private final Series memory = new Series();

  void add(Cost cost) {
    wall.add(cost.wall());
    cpu.add(cost.cpu());
    memory.add(cost.memory());
  }

  Series cpu() {
    return cpu;
  }

  /** Cells for seconds, seconds of CPU, and MiB. */
  String cells() {
    return wall.text(2) + " | " + cpu.text(2) + " | " + memory.text(0);
  }
}
