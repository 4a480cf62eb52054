package org.bitstck.benchmarks.hot;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.library.ScenarioFile;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.yaml.Source;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From the text of scenarios to scenarios. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class ReadingBenchmark {
  private static final int SCENARIOS = 100;

  private final Catalogue catalogue = Library.bundled().catalogue();
  private final String text = Uploads.file(SCENARIOS);

  @Benchmark
  public List<Scenario> bundledScenariosForServers() {
    return Library.bundled().scenarios(Role.SERVER);
  }

  @Benchmark
  @OperationsPerInvocation(SCENARIOS)
  public ScenarioFile oneScenario() {
    return new ScenarioReader(catalogue).read(new Source("uploads.yaml", text), text);
  }
}
