package org.bitstck.shipped;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.bitstck.peers.CountingServer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Holds what a start and a run cost against {@code budget.properties}: counted, not timed. */
class BudgetIT {
  private static final String BUDGET = "/budget.properties";

  /** What a run must get by with: several times what it needs at once. */
  private static final String HEAP = "-Xmx32m";

  private static final double MORE = 1.5;
  private static final double LESS = 0.5;
  private static final Pattern THREAD = Pattern.compile("Thread .*started");

  @TempDir Path folder;

  @Test
  void nothingCostsMuchMoreThanItDid() throws Exception {
    Map<String, Long> counted = new TreeMap<>();
    counted.put("version.classes", classes("--version"));
    counted.put(
        "version.classes-of-jars",
        lines("class+load", Pattern.compile(" source: file:"), "--version"));
    try (CountingServer server = new CountingServer()) {
      server.start();
      String url = server.url().toString();
      counted.put("one-scenario.classes", classes("server", url, "--only", "fragment/ranges/gap*"));
    }
    try (CountingServer server = new CountingServer()) {
      server.start();
      counted.put(
          "suite.classes",
          classes("server", server.url().toString(), "--report", "json", "--out", folder + ""));
      long played = Report.in(folder).root().at("/summary/scenarios/run").asLong();
      counted.put("suite.connections-per-100", server.connections() * 100 / played);
      counted.put("suite.exchanges-per-100", server.requests() * 100 / played);
      counted.put("suite.bytes-per-100", server.bytes() * 100 / played);
      counted.put("suite.threads", lines("os+thread", THREAD, "server", server.url().toString()));
    }

    Properties budget = new Properties();
    try (InputStream in = BudgetIT.class.getResourceAsStream(BUDGET)) {
      budget.load(in);
    }
    assertThat(counted.keySet().toString()).isEqualTo(new TreeMap<>(budget).keySet().toString());
    assertThat(counted)
        .as("counted, against %s in %s", budget, BUDGET)
        .allSatisfy(
            (name, count) -> {
              long allowed = Long.parseLong(budget.getProperty(name));
              assertThat((double) count).as(name).isBetween(allowed * LESS, allowed * MORE);
            });
  }

  private long classes(String... arguments) throws Exception {
    return lines("class+load", Pattern.compile(" source: "), arguments);
  }

  /** How many such lines the JVM writes of itself while the kit runs. */
  private long lines(String tag, Pattern line, String... arguments) throws Exception {
    Path log = Files.createTempFile(folder, "jvm", ".log");
    List<String> command =
        new ArrayList<>(
            List.of(
                Kit.java(),
                HEAP,
                "-Xlog:" + tag + "=info:file=" + log,
                "-jar",
                Kit.JAR.toString()));
    command.addAll(List.of(arguments));
    Path output = folder.resolve("output.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
    assertThat(process.exitValue()).as(Files.readString(output)).isZero();
    return count(log, line);
  }

  private static long count(Path log, Pattern line) throws IOException {
    try (Stream<String> lines = Files.lines(log)) {
      return lines.filter(text -> line.matcher(text).find()).count();
    }
  }
}
