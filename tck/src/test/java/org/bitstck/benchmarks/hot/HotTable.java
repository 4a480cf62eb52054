package org.bitstck.benchmarks.hot;

import java.util.Locale;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;
import org.openjdk.jmh.util.Statistics;

/** Runs the benchmarks of this package and prints a table of them. */
final class HotTable {
  private static final int WARM_UPS = 5;
  private static final String ALLOCATED = "gc.alloc.rate.norm";
  private static final double KIB = 1024;

  private HotTable() {}

  /** Arguments: rounds of a second each, in each of so many JVMs, and the file of the log. */
  public static void main(String[] args) throws Exception {
    OptionsBuilder options = new OptionsBuilder();
    options
        .include(HotTable.class.getPackageName() + "\\..*")
        .warmupIterations(WARM_UPS)
        .warmupTime(TimeValue.seconds(1))
        .measurementIterations(Integer.parseInt(args[0]))
        .measurementTime(TimeValue.seconds(1))
        .forks(Integer.parseInt(args[1]))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.NORMAL)
        .output(args[2]);
    System.out.println("| | time, µs | garbage, KiB |");
    System.out.println("| --- | ---: | ---: |");
    for (RunResult result : new Runner(options.build()).run()) {
      System.out.println(row(result));
    }
  }

  private static String row(RunResult result) {
    Statistics time = result.getPrimaryResult().getStatistics();
    Result<?> garbage = result.getSecondaryResults().get(ALLOCATED);
    return String.format(
        Locale.ROOT,
        "| %s | %.1f (%.1f–%.1f) | %.1f |",
        name(result.getParams().getBenchmark()),
        time.getPercentile(50),
        time.getMin(),
        time.getMax(),
        garbage.getScore() / KIB);
  }

  /** {@code Judging: one exchange}. */
  private static String name(String benchmark) {
    String[] parts = benchmark.split("\\.");
    String about = parts[parts.length - 2].replace("Benchmark", "");
    String what = parts[parts.length - 1];
    return about
        + ": "
        + what.replaceAll("(?=[A-Z]|(?<=[a-z])\\d)|(?<=\\d)(?=C)", " ").toLowerCase(Locale.ROOT);
  }
}
