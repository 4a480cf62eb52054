package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bitstck.engine.RunResult;
import org.bitstck.judge.Finding;
import org.bitstck.report.ConsoleReport;
import org.bitstck.report.KnownFailures;
import org.bitstck.report.MarkdownReport;
import org.bitstck.report.Report;
import org.bitstck.report.merge.MergedReport;
import org.bitstck.report.merge.Merger;
import org.bitstck.report.merge.UnusableReport;
import org.bitstck.scenario.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Joins the reports of several machines. */
@Command(
    name = "merge",
    description = {
      "Join JSON reports into one verdict with one denominator.",
      "Writes 'report.json' and 'report.md' into --out."
    },
    footer = {
      "%nExamples:",
      "  bits-tck server URL --shard 1/2 --report json --out parts/1    on one machine",
      "  bits-tck server URL --shard 2/2 --report json --out parts/2    on another",
      "  bits-tck report merge parts --out whole"
    })
final class MergeCommand implements Callable<Integer> {
  private static final String NAME = "report.json";
  private static final int DEEP = 4;

  @Parameters(
      paramLabel = "DIR",
      arity = "1..*",
      description = "folders with a report.json in them or below, or such files")
  private List<Path> folders;

  @Option(
      names = "--out",
      paramLabel = "DIR",
      description = "folder for the joined report (default: bits-tck-report)")
  private Path folder = Path.of("bits-tck-report");

  @Option(names = "--quiet", description = "print the verdict only")
  private boolean quiet;

  @Mixin private FailureSettings failing = new FailureSettings();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    List<Path> files = files();
    KnownFailures known = failing.known();
    MergedReport merged;
    Library library = Library.bundled();
    try {
      merged = new Merger(library.catalogue()).merge(files);
    } catch (UnusableReport e) {
      throw new UserError(e.getMessage());
    }
    RunResult result = merged.result();
    if (quiet) {
      out.println(result.summary().text());
    } else {
      new ConsoleReport(out, Terminal.detect(), false, merged.command()).print(result);
    }
    List<Report> reports =
        List.of(merged.json(KitVersion.text()), new MarkdownReport(merged.command()));
    Files.createDirectories(folder);
    for (Report report : reports) {
      Path file = folder.resolve(report.fileName());
      try (Writer writer = Files.newBufferedWriter(file)) {
        report.write(result, writer);
      }
      out.println("written: " + file);
    }
    int code = exitCode(merged, known, library, out);
    out.flush();
    return code;
  }

  /** A lost shard must not look like a success, whatever the others say. */
  private int exitCode(MergedReport merged, KnownFailures known, Library library, PrintWriter out) {
    RunResult result = merged.result();
    List<Finding> failures = result.findings().stream().filter(failing::isFailure).toList();
    List<String> stale =
        known.stale(
            result.findings(),
            KnownFailures.checks(library.scenarios(result.subject().role())),
            failing::isFailure,
            result.incomplete().isEmpty());
    stale.forEach(line -> out.println("known failures are stale: " + line));
    boolean unexpected = failures.stream().anyMatch(finding -> !known.holds(finding));
    if (result.isKitAtFault()) {
      return ExitCode.KIT_AT_FAULT;
    }
    if (unexpected || result.subjectBroken()) {
      return ExitCode.NOT_CONFORMANT;
    }
    if (!merged.missing().isEmpty()) {
      return ExitCode.USAGE;
    }
    return stale.isEmpty() ? ExitCode.CONFORMANT : ExitCode.STALE_LIST;
  }

  private List<Path> files() {
    List<Path> files = new ArrayList<>();
    for (Path named : folders) {
      List<Path> found = Files.isDirectory(named) ? below(named) : List.of(named);
      if (found.isEmpty() || !Files.isReadable(found.get(0))) {
        throw new UserError(
            "there is no " + NAME + " at '" + named + "'; runs write one with --report json");
      }
      files.addAll(found);
    }
    return files.stream().distinct().toList();
  }

  /** The reports below a folder, but for the one that an earlier merge has left. */
  private List<Path> below(Path named) {
    Path own = folder.resolve(NAME).toAbsolutePath().normalize();
    try (Stream<Path> all =
        Files.find(named, DEEP, (path, is) -> isReport(path) && is.isRegularFile())) {
      return all.filter(path -> !path.toAbsolutePath().normalize().equals(own)).sorted().toList();
    } catch (IOException | UncheckedIOException e) {
      throw new UserError("'" + named + "' cannot be read: " + e.getMessage());
    }
  }

  private static boolean isReport(Path path) {
    return path.getFileName() != null && path.getFileName().toString().equals(NAME);
  }
}
