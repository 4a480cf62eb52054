package org.bitstck.benchmarks;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/** What a run does most often, warm. */
final class HotPart implements Part {
  private static final String TABLE = "org.bitstck.benchmarks.hot.HotTable";
  private static final int JVMS = 2;

  @Override
  public String name() {
    return "hot";
  }

  /** In a JVM that has the kit and JMH on its class path. */
  @Override
  public String measure(Bench bench) throws Exception {
    Path log = bench.folder().resolve("jmh.log");
    Process process =
        new ProcessBuilder(
                KitCommand.java(),
                "-cp",
                System.getProperty("benchmarks.classpath"),
                TABLE,
                Integer.toString(bench.rounds()),
                Integer.toString(bench.rounds() == 1 ? 1 : JVMS),
                log.toString())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String table = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (process.waitFor() != 0) {
      throw new IOException("JMH failed: " + (Files.exists(log) ? Files.readString(log) : ""));
    }
    return table;
  }
}
