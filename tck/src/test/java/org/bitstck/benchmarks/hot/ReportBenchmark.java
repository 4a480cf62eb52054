package org.bitstck.benchmarks.hot;

import java.io.IOException;
import java.io.Writer;
import java.util.concurrent.TimeUnit;
import org.bitstck.engine.RunResult;
import org.bitstck.report.JsonReport;
import org.bitstck.report.LargeResults;
import org.bitstck.report.Report;
import org.bitstck.report.html.HtmlReport;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From findings to a report that goes nowhere. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReportBenchmark {
  private static final String VERSION = "0";

  private final RunResult result = LargeResults.of(5000);

  @Benchmark
  public void htmlOf5000Checks() throws IOException {
    write(new HtmlReport(VERSION, ReportBenchmark::again));
  }

  @Benchmark
  public void jsonOf5000Checks() throws IOException {
    write(new JsonReport(VERSION, ReportBenchmark::again));
  }

  private void write(Report report) throws IOException {
    try (Writer writer = Writer.nullWriter()) {
      report.write(result, writer);
    }
  }

  private static String again(String more) {
    return "bits-tck server http://127.0.0.1:8080/up/ " + more;
  }
}
