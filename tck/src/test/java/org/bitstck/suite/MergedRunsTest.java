package org.bitstck.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.engine.Shard;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.peers.FiveFaults;
import org.bitstck.peers.PlainServer;
import org.bitstck.report.JsonReport;
import org.bitstck.report.merge.MergedReport;
import org.bitstck.report.merge.Merger;
import org.bitstck.report.merge.UnusableReport;
import org.bitstck.scenario.library.Library;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Runs of parts of the suite, joined from their reports. */
@Execution(ExecutionMode.CONCURRENT)
class MergedRunsTest {
  private static final int SHARDS = 3;

  @TempDir private static Path parts;
  private static RunResult whole;

  @BeforeAll
  static void play() throws IOException {
    whole = Runs.of(new FiveFaults());
    for (int i = 1; i <= SHARDS; i++) {
      Selection shard = new Selection(List.of(), List.of(), new Shard(i, SHARDS), true);
      write(Runs.of(new FiveFaults(), shard), report(i));
    }
  }

  private static Path report(int shard) {
    return parts.resolve(shard + ".json");
  }

  private static Path write(RunResult result, Path file) throws IOException {
    try (Writer writer = Files.newBufferedWriter(file)) {
      new JsonReport("1.0", more -> "bits-tck server http://x/ " + more).write(result, writer);
    }
    return file;
  }

  private static MergedReport merge(Path... files) throws UnusableReport {
    return new Merger(Library.bundled().catalogue()).merge(List.of(files));
  }

  private static Map<String, Verdict> verdicts(RunResult result) {
    return result.findings().stream()
        .collect(Collectors.toMap(Finding::checkId, Finding::verdict, Verdict::worse));
  }

  @Test
  void allShardsSayWhatOneRunSays() throws Exception {
    MergedReport merged = merge(report(1), report(2), report(3));
    RunResult result = merged.result();

    assertThat(verdicts(result)).isEqualTo(verdicts(whole));
    assertThat(result.findings()).hasSameSizeAs(whole.findings());
    assertThat(result.summary()).isEqualTo(RunResult.Summary.NOT_CONFORMANT);
    assertThat(result.incomplete()).isEmpty();
    assertThat(result.scenarios()).isEqualTo(whole.scenarios());
    assertThat(result.played()).isEqualTo(whole.played());
    assertThat(result.tally().total()).isEqualTo(whole.tally().total());
    for (Verdict verdict : Verdict.values()) {
      assertThat(result.tally().count(verdict)).isEqualTo(whole.tally().count(verdict));
    }
    assertThat(merged.missing()).isEmpty();
    assertThat(merged.command().apply("--only x")).isEqualTo("bits-tck server http://x/ --only x");
  }

  @Test
  void theJoinedReportKeepsEachCheckAsItWasTold() throws Exception {
    StringWriter joined = new StringWriter();
    MergedReport merged = merge(report(1), report(2), report(3));
    merged.json("1.0").write(merged.result(), joined);

    String first = Files.readString(report(1));
    String transcript =
        first.substring(first.indexOf("\"transcript\""), first.indexOf("\"again\""));
    assertThat(joined.toString())
        .contains(transcript)
        .contains("\"merged\" : {\n    \"reports\" : 3,\n    \"missingShards\" : [ ]")
        .contains("\"format\" : \"bits-tck-report/1\"");
  }

  @Test
  void aLostShardMakesItIncompleteButFailuresStayFailures() throws Exception {
    MergedReport merged = merge(report(3), report(1));

    assertThat(merged.missing()).containsExactly(2);
    assertThat(merged.result().incomplete()).contains("Shard 2 of 3 is missing.");
    assertThat(merged.result().summary()).isEqualTo(RunResult.Summary.NOT_CONFORMANT);
  }

  @Test
  void shardsOfASelectionAreAPartOfTheSuite() throws Exception {
    List<String> only = List.of("create");
    Path one = parts.resolve("a");
    Path two = parts.resolve("b");
    write(Runs.of(new PlainServer(), new Selection(only, List.of(), new Shard(1, 2), true)), one);
    write(Runs.of(new PlainServer(), new Selection(only, List.of(), new Shard(2, 2), true)), two);

    RunResult result = merge(one, two).result();

    assertThat(result.summary()).isEqualTo(RunResult.Summary.INCOMPLETE);
    assertThat(result.incomplete().orElseThrow())
        .startsWith("Only a part of the suite was selected: ");
  }

  /** Where a rule held in one run and was broken in another, it is broken. */
  @Test
  void theWorstOfTwoWholeRunsCounts() throws Exception {
    Path good = write(Runs.of(new PlainServer()), parts.resolve("good"));
    Path bad = write(whole, parts.resolve("bad"));

    RunResult result = merge(good, bad).result();

    assertThat(verdicts(result)).isEqualTo(verdicts(whole));
    assertThat(result.incomplete()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      textBlock =
          """
          "version" : "1.0"          | "version" : "1.1"          | another version of the kit
          "profile" : "interop"      | "profile" : "strict"       | another profile
          "role" : "server"          | "role" : "client"          | another role
          "index" : 2                | "index" : 1                | shard 1/3 is in
          "count" : 3                | "count" : 4                | does not belong to shard
          "index" : 2                | "index" : 5                | there is no shard 5 of 3
          bits-tck-report/1          | bits-tck-report/2          | its format is 'bits-tck-report/2'
          "shard" :                  | "shart" :                  | reports of shards and others
          "startedAt" : "20          | "startedAt" : "x20         | 'startedAt' is no time
          "checks" :                 | "cheques" :                | 'checks' is missing
          "verdict" : "PASS",        | "verdict" : "PASSED",      | 'PASSED' is no verdict
          "topic" : "rules"          | "topics" : "rules"         | 'topic' is missing
          """)
  void whatDoesNotBelongTogetherIsNamed(
      String text, String other, String message, @TempDir Path own) throws Exception {
    UnaryOperator<String> damage = report -> report.replaceFirst(text, other);
    Path damaged = own.resolve("damaged.json");
    String report = Files.readString(report(2));
    // in the list of checks, not in that of requirements
    int checks = text.contains("verdict") ? report.indexOf("\"checks\"") : 0;
    Files.writeString(
        damaged, report.substring(0, checks) + damage.apply(report.substring(checks)));

    assertThatThrownBy(() -> merge(report(1), damaged))
        .isInstanceOf(UnusableReport.class)
        .hasMessageContaining(message)
        .hasMessageContaining("damaged.json");
  }

  @Test
  void shardsOfDifferentSuitesShareScenarios() throws Exception {
    Path overlapping = parts.resolve("overlapping.json");
    Files.writeString(
        overlapping, Files.readString(report(1)).replaceFirst("\"index\" : 1", "\"index\" : 2"));

    assertThatThrownBy(() -> merge(report(1), overlapping))
        .isInstanceOf(UnusableReport.class)
        .hasMessageContaining("shards of one suite share no scenario");
  }

  @Test
  void whatIsNoReportIsNamed() throws Exception {
    Path cut = parts.resolve("cut.json");
    Files.writeString(cut, Files.readString(report(1)).substring(0, 5000));
    Path merged = parts.resolve("merged.json");
    try (Writer writer = Files.newBufferedWriter(merged)) {
      MergedReport all = merge(report(1), report(2), report(3));
      all.json("1.0").write(all.result(), writer);
    }

    assertThatThrownBy(() -> merge(cut)).hasMessageContaining("cut.json: cannot be read");
    assertThatThrownBy(() -> merge(parts.resolve("none.json")))
        .hasMessageContaining("none.json: cannot be read");
    assertThatThrownBy(() -> merge(merged)).hasMessageContaining("made of other reports");
  }
}
