package benchmarks;

import java.nio.file.Files;
import java.nio.file.Path;

/** The figures of JMH as a table. */
final class JmhTable {
  private JmhTable() {}

  public static void main(String[] args) throws Exception {
    System.out.println("| | time per call | ± (99.9 %) | unit |");
    System.out.println("| --- | ---: | ---: | --- |");
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] cells = line.replace("\"", "").split(",");
      if (!cells[0].equals("Benchmark")) {
        String name = cells[0].replaceAll(".*\\.(\\w+\\.\\w+)$", "$1");
        System.out.println(
            "| " + name + " | " + cells[4] + " | " + cells[5] + " | " + cells[6] + " |");
      }
    }
  }
}
