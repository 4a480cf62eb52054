package org.bitstck.benchmarks.hot;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.judge.Finding;
import org.bitstck.judge.server.RuleJudges;
import org.bitstck.judge.server.ScenarioJudge;
import org.bitstck.play.server.Played;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.library.Library;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** From exchanges to verdicts, by the scenario's expectations and by the rules. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
public class JudgingBenchmark {
  private final Library library = Library.bundled();
  private final Played played = Uploads.played(library.catalogue());
  private final ScenarioJudge judge = new ScenarioJudge(library.catalogue(), Profile.INTEROP);
  private final RuleJudges rules =
      new RuleJudges(library.rules(Role.SERVER), library.catalogue(), Profile.INTEROP);

  @Benchmark
  @OperationsPerInvocation(Uploads.PACKETS)
  public List<Finding> oneExchange() {
    rules.judge(played);
    return judge.judge(played);
  }
}
