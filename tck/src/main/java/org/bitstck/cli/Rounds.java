package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.bitstck.engine.RunListener;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.client.ClientPlay;
import org.bitstck.judge.Finding;
import org.bitstck.play.Transport;
import org.bitstck.report.ConsoleReport;
import org.bitstck.report.KnownFailures;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;

/** Plays the suite as often as was asked for, reports, and finds the exit code. */
final class Rounds {
  private final RunSettings settings;
  private final ReportSettings reports;
  private final PrintWriter console;
  private final PrintWriter err;
  private final UnaryOperator<String> again;
  private final ReportFiles files;
  private final KnownFailures known;

  /**
   * Also sees that the reports can be written and the known failures be read.
   *
   * @param again makes the command line that tests this subject in this way, with more options
   */
  Rounds(
      RunSettings settings,
      ReportSettings reports,
      UnaryOperator<String> again,
      PrintWriter console,
      PrintWriter err)
      throws IOException {
    this.settings = settings;
    this.reports = reports;
    this.console = console;
    this.err = err;
    this.again = again;
    reports.check();
    this.files = reports.files(again);
    this.known = reports.known();
  }

  /**
   * Plays all rounds.
   *
   * @param runs makes a run of scenarios in their order
   * @param said what the subject said last, line by line
   * @return the exit code
   */
  int play(
      List<Scenario> scenarios,
      Function<List<Scenario>, SubjectRun> runs,
      Supplier<List<String>> said)
      throws SubjectUnreachable, IOException {
    Terminal terminal = Terminal.detect();
    Stability stability = new Stability();
    RunResult result = null;
    for (int round = 1; round <= settings.repeat; round++) {
      SubjectRun run = runs.apply(ordered(scenarios, round));
      Progress progress = new Progress(console, terminal, reports.quiet);
      Interrupt interrupt = new Interrupt(run, files, err);
      try {
        result = run.run(listeners(progress));
      } finally {
        interrupt.close();
      }
      progress.clear();
      stability.add(result);
    }
    if (reports.quiet) {
      console.println(result.summary().text());
    } else {
      new ConsoleReport(console, terminal, reports.trace, again).print(result);
    }
    files.write(result).forEach(path -> console.println("written: " + path));
    String role = result.subject().role().peer();
    files
        .writeOutput(role + ".log", said.get())
        .forEach(path -> console.println("written: " + path + ", what the " + role + " said last"));
    return end(result, stability, scenarios);
  }

  private List<RunListener> listeners(Progress progress) {
    return files.traffic() == null ? List.of(progress) : List.of(progress, files.traffic());
  }

  /** The transport, kept a record of if a report needs it. */
  Transport recorded(Transport transport) {
    return files.traffic() == null ? transport : new RecordedTransport(transport, files.traffic());
  }

  /** The kit's server, kept a record of if a report needs it. */
  ClientPlay recorded(ClientPlay play) {
    return files.traffic() == null ? play : new RecordedPlay(play, files.traffic());
  }

  private int end(RunResult result, Stability stability, List<Scenario> scenarios)
      throws IOException {
    List<Finding> failures = result.findings().stream().filter(reports::isFailure).toList();
    writeKnown(failures);
    List<String> unstable = stability.unstable();
    unstable.forEach(line -> console.println("not the same in every repeat: " + line));
    List<String> stale =
        known.stale(
            result.findings(),
            KnownFailures.checks(existing(scenarios, result.subject().role())),
            reports::isFailure,
            settings.selection().isWhole());
    stale.forEach(line -> console.println("known failures are stale: " + line));
    boolean unexpected = failures.stream().anyMatch(f -> !known.holds(f));
    if (!failures.isEmpty() && !unexpected) {
      console.println("all " + failures.size() + " failures are known");
    }
    console.flush();
    return exitCode(result, unexpected || !unstable.isEmpty(), !stale.isEmpty());
  }

  /** All that an entry may speak of: the suite's as well where scenarios of files were played. */
  private List<Scenario> existing(List<Scenario> played, Role role) {
    if (settings.scenarioFiles.isEmpty() || !reports.knowsFailures()) {
      return played;
    }
    List<Scenario> all = new ArrayList<>(played);
    all.addAll(Library.bundled().scenarios(role));
    return all;
  }

  private List<Scenario> ordered(List<Scenario> scenarios, int round) {
    if (settings.shuffle == null) {
      return scenarios;
    }
    long seed =
        settings.shuffle != 0
            ? settings.shuffle + round - 1
            : ThreadLocalRandom.current().nextLong(1, 1_000_000);
    console.println("shuffled with seed " + seed);
    List<Scenario> shuffled = new ArrayList<>(scenarios);
    Collections.shuffle(shuffled, new Random(seed));
    return shuffled;
  }

  private void writeKnown(List<Finding> failures) throws IOException {
    if (reports.writeKnown != null) {
      try (Writer writer = Files.newBufferedWriter(reports.writeKnown)) {
        KnownFailures.write(failures, writer);
      }
      console.println(
          "written: " + reports.writeKnown + ", " + failures.size() + " known failures");
    }
  }

  private static int exitCode(RunResult result, boolean unexpected, boolean stale) {
    if (result.isKitAtFault()) {
      return ExitCode.KIT_AT_FAULT;
    }
    if (unexpected || result.subjectBroken()) {
      return ExitCode.NOT_CONFORMANT;
    }
    return stale ? ExitCode.STALE_LIST : ExitCode.CONFORMANT;
  }
}
