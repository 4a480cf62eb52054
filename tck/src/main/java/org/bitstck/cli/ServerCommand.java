package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ThreadLocalRandom;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.ServerRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.play.Transport;
import org.bitstck.play.process.PeerProcess;
import org.bitstck.report.ConsoleReport;
import org.bitstck.report.KnownFailures;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Library;
import org.bitstck.scenario.Scenario;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a server. */
@Command(
    name = "server",
    description = {
      "Test a server.",
      "Without URL and subject file the bundled reference server is started and tested: the tour."
    },
    footer = {
      "%nExamples:",
      "  bits-tck server http://127.0.0.1:8080/uploads/",
      "  bits-tck server http://127.0.0.1:8080/uploads/ --only fragment --trace",
      "  bits-tck server --subject bits-tck.yaml --report html,json,junit --out build/bits-tck",
      "  bits-tck server --subject bits-tck.yaml --write-known-failures known.yaml"
    })
final class ServerCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "the directory that takes uploads; files are created below it")
  private String url;

  @Option(
      names = "--subject",
      paramLabel = "FILE",
      description = "describes the server: 'bits-tck init' writes one")
  private Path subjectFile;

  @Option(names = "--insecure", description = "take any certificate on https")
  private boolean insecure;

  @Mixin private RunSettings settings = new RunSettings();

  @Option(
      names = "--fail-on",
      paramLabel = "LEVEL",
      description = "must (default), or should: warnings break the run as well")
  private FailOn failOn = FailOn.MUST;

  @Option(
      names = "--known-failures",
      paramLabel = "FILE",
      description = "failures that are expected; one that passes breaks the run")
  private Path knownFile;

  @Option(
      names = "--write-known-failures",
      paramLabel = "FILE",
      description = "write the failures of this run as such a list")
  private Path writeKnown;

  @Option(names = "--out", paramLabel = "DIR", description = "folder for the reports")
  private Path out = Path.of("bits-tck-report");

  @Option(
      names = "--report",
      paramLabel = "NAME",
      split = ",",
      description = "reports to write: html, json, junit, markdown")
  private List<String> reports = List.of();

  @Option(names = "--trace", description = "print the bytes of each finding")
  private boolean trace;

  @Option(names = "--quiet", description = "print the verdict only")
  private boolean quiet;

  @Spec private CommandSpec spec;

  /** From which level on a broken requirement breaks the run. */
  enum FailOn {
    MUST,
    SHOULD
  }

  @Override
  public Integer call() throws IOException {
    settings.check();
    ReportFiles files = ReportFiles.of(reports, out, again());
    KnownFailures known = known();
    Library library = Library.bundled();
    // a server that has to be started first starts while the scenarios are read
    CompletableFuture<List<Scenario>> reading =
        CompletableFuture.supplyAsync(() -> scenarios(library));
    PrintWriter err = spec.commandLine().getErr();
    if (insecure) {
      err.println("bits-tck: --insecure: the server's certificate is NOT checked");
      err.flush();
    }
    try (OpenSubject subject = subject(reading)) {
      return test(library, join(reading), subject, files, known);
    } catch (SubjectUnreachable | PeerProcess.StartFailed e) {
      err.println("bits-tck: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private List<Scenario> join(CompletableFuture<List<Scenario>> reading) {
    try {
      List<Scenario> scenarios = reading.join();
      if (scenarios.stream().noneMatch(settings.selection()::takes)) {
        throw new UserError(
            "no scenario matches the selection; 'bits-tck list' shows what there is");
      }
      return scenarios;
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException cause ? cause : e;
    }
  }

  /** A mistake in the scenarios comes before any of the subject. */
  private OpenSubject subject(CompletableFuture<List<Scenario>> reading)
      throws IOException, PeerProcess.StartFailed {
    if (subjectFile != null || url != null) {
      join(reading);
      return subjectFile != null
          ? OpenSubject.of(subjectFile, url, insecure, settings.profile)
          : OpenSubject.at(url, insecure);
    }
    try {
      return OpenSubject.bundled(settings.profile);
    } catch (PeerProcess.StartFailed | RuntimeException e) {
      join(reading);
      throw e;
    }
  }

  private List<Scenario> scenarios(Library library) {
    for (Path file : settings.scenarioFiles) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("there is no scenario file to read at '" + file + "'");
      }
    }
    try {
      return settings.scenarioFiles.isEmpty()
          ? library.scenarios(Role.SERVER)
          : library.read(settings.scenarioFiles);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private KnownFailures known() throws IOException {
    if (knownFile == null) {
      return KnownFailures.none();
    }
    if (!Files.isReadable(knownFile) || Files.isDirectory(knownFile)) {
      throw new UserError("there is no list of known failures to read at '" + knownFile + "'");
    }
    String text = Yaml.textOf(knownFile);
    return KnownFailures.read(new Source(knownFile.toString(), text), text);
  }

  private int test(
      Library library,
      List<Scenario> scenarios,
      OpenSubject subject,
      ReportFiles files,
      KnownFailures known)
      throws SubjectUnreachable, IOException {
    PrintWriter console = spec.commandLine().getOut();
    Terminal terminal = Terminal.detect();
    Stability stability = new Stability();
    RunResult result = null;
    try (Transport transport = Transports.of(settings, subject.tls())) {
      for (int round = 1; round <= settings.repeat; round++) {
        ServerRun run =
            new ServerRun(
                library,
                ordered(scenarios, round, console),
                subject.subject(),
                settings.options(),
                transport,
                subject.tls(),
                subject.applications(),
                subject.control());
        Progress progress = new Progress(console, terminal, quiet);
        Interrupt interrupt = new Interrupt(run, files, spec.commandLine().getErr());
        try {
          result = run.run(List.of(progress));
        } finally {
          interrupt.close();
        }
        progress.clear();
        stability.add(result);
      }
    }
    if (quiet) {
      console.println(result.summary().text());
    } else {
      new ConsoleReport(console, terminal, trace, again()).print(result);
    }
    files.write(result).forEach(path -> console.println("written: " + path));
    files
        .writeOutput(subject.output())
        .forEach(path -> console.println("written: " + path + ", what the server said last"));
    List<Finding> failures = result.findings().stream().filter(this::isFailure).toList();
    writeKnown(failures, console);
    List<String> unstable = stability.unstable();
    unstable.forEach(line -> console.println("not the same in every repeat: " + line));
    List<String> stale = known.stale(result.findings(), checks(scenarios), this::isFailure);
    stale.forEach(line -> console.println("known failures are stale: " + line));
    boolean unexpected = failures.stream().anyMatch(f -> !known.holds(f));
    if (!failures.isEmpty() && !unexpected) {
      console.println("all " + failures.size() + " failures are known");
    }
    console.flush();
    return exitCode(result, unexpected || !unstable.isEmpty(), !stale.isEmpty());
  }

  private List<Scenario> ordered(List<Scenario> scenarios, int round, PrintWriter console) {
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

  /** The command line that tests this subject in this way. */
  private String again() {
    return "bits-tck server"
        + (subjectFile == null ? "" : " --subject " + subjectFile)
        + (url == null ? "" : " " + url)
        + (settings.profile == Profile.INTEROP ? "" : " --profile " + settings.profile.text());
  }

  private boolean isFailure(Finding finding) {
    return finding.verdict().isBad()
        || (failOn == FailOn.SHOULD && finding.verdict() == Verdict.WARN);
  }

  private static List<String> checks(List<Scenario> scenarios) {
    List<String> ids = new ArrayList<>();
    for (Scenario scenario : scenarios) {
      scenario.requirements().forEach(r -> ids.add(scenario.id() + ":" + r));
    }
    return ids;
  }

  private void writeKnown(List<Finding> failures, PrintWriter console) throws IOException {
    if (writeKnown != null) {
      try (Writer writer = Files.newBufferedWriter(writeKnown)) {
        KnownFailures.write(failures, writer);
      }
      console.println("written: " + writeKnown + ", " + failures.size() + " known failures");
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
