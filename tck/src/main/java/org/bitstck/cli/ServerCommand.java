package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bitstck.engine.RunListener;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.engine.ServerRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.play.Limits;
import org.bitstck.play.Transport;
import org.bitstck.play.process.PeerProcess;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.report.ConsoleReport;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Library;
import org.bitstck.scenario.Scenario;
import org.bitstck.subject.Subject;
import org.bitstck.yaml.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a server. */
@Command(
    name = "server",
    description = {
      "Test a server.",
      "Without URL the bundled reference server is started and tested: the tour."
    },
    footer = {
      "%nExamples:",
      "  bits-tck server http://127.0.0.1:8080/uploads/",
      "  bits-tck server http://127.0.0.1:8080/uploads/ --only fragment --trace",
      "  bits-tck server --report json,junit --out build/bits-tck"
    })
final class ServerCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "the directory that takes uploads; files are created below it")
  private String url;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "interop (default), strict or win32",
      converter = ProfileConverter.class)
  private Profile profile = Profile.INTEROP;

  @Option(
      names = "--only",
      paramLabel = "PATTERN",
      split = ",",
      description = "play only these: scenario ids, topics, requirement ids, tags; * for any text")
  private List<String> only = List.of();

  @Option(names = "--skip", paramLabel = "PATTERN", split = ",", description = "do not play these")
  private List<String> skip = List.of();

  @Option(
      names = "--scenarios",
      paramLabel = "FILE",
      description = "play the scenarios of these files instead of the kit's own")
  private List<Path> scenarioFiles = List.of();

  @Option(
      names = "--jobs",
      paramLabel = "N",
      description = "scenarios that work at once (default: 4)")
  private int jobs = 4;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long to wait for an answer (default: 5s)",
      converter = DurationConverter.class)
  private Duration timeout = Limits.DEFAULT.answer();

  @Option(
      names = "--transport",
      paramLabel = "NAME",
      description = "socket (default), or rest-assured: a second HTTP stack, to check the first")
  private String transport = "socket";

  @Option(names = "--out", paramLabel = "DIR", description = "folder for the reports")
  private Path out = Path.of("bits-tck-report");

  @Option(
      names = "--report",
      paramLabel = "NAME",
      split = ",",
      description = "reports to write: json, junit")
  private List<String> reports = List.of();

  @Option(names = "--trace", description = "print the bytes of each finding")
  private boolean trace;

  @Option(names = "--quiet", description = "print the verdict only")
  private boolean quiet;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (jobs < 1) {
      throw new UserError("--jobs needs a number from 1 on, not " + jobs);
    }
    ReportFiles files = ReportFiles.of(reports, out);
    Library library = Library.bundled();
    List<Scenario> scenarios = scenarios(library);
    Selection selection = new Selection(only, skip);
    if (scenarios.stream().noneMatch(selection::takes)) {
      throw new UserError("no scenario matches the selection; 'bits-tck list' shows what there is");
    }
    PrintWriter err = spec.commandLine().getErr();
    try {
      if (url != null) {
        Subject subject = Subject.at(directory(url));
        return test(library, scenarios, subject, selection, files);
      }
      try (BundledServer server = BundledServer.start()) {
        return test(library, scenarios, server.subject(), selection, files);
      }
    } catch (SubjectUnreachable | PeerProcess.StartFailed e) {
      err.println("bits-tck: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private List<Scenario> scenarios(Library library) throws IOException {
    for (Path file : scenarioFiles) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("there is no scenario file to read at '" + file + "'");
      }
    }
    return scenarioFiles.isEmpty() ? library.scenarios(Role.SERVER) : library.read(scenarioFiles);
  }

  private int test(
      Library library,
      List<Scenario> scenarios,
      Subject subject,
      Selection selection,
      ReportFiles files)
      throws SubjectUnreachable, IOException {
    Limits limits = Limits.DEFAULT.withAnswer(timeout);
    PrintWriter console = spec.commandLine().getOut();
    Terminal terminal = Terminal.detect();
    try (Transport chosen = transport(limits)) {
      ServerRun run =
          new ServerRun(
              library,
              scenarios,
              subject,
              new RunOptions(profile, selection, jobs, limits),
              chosen,
              null,
              () -> {
                throw new IllegalStateException("only a spawned server can be restarted");
              });
      List<RunListener> listeners = new ArrayList<>();
      Progress progress = new Progress(console, terminal, quiet);
      listeners.add(progress);
      RunResult result;
      Interrupt interrupt = new Interrupt(run, files, spec.commandLine().getErr());
      try {
        result = run.run(listeners);
      } finally {
        interrupt.close();
      }
      progress.clear();
      if (quiet) {
        console.println(result.summary().text());
      } else {
        new ConsoleReport(console, terminal, trace).print(result);
      }
      files.write(result).forEach(path -> console.println("written: " + path));
      console.flush();
      return exitCode(result);
    }
  }

  private Transport transport(Limits limits) {
    return switch (transport) {
      case "socket" -> new SocketTransport(limits, null);
      default ->
          throw new UserError(
              "'" + transport + "' is no transport; there are socket and rest-assured");
    };
  }

  private static int exitCode(RunResult result) {
    if (result.isKitAtFault()) {
      return ExitCode.KIT_AT_FAULT;
    }
    boolean bad = result.subjectBroken() || result.summary() == RunResult.Summary.NOT_CONFORMANT;
    return bad ? ExitCode.NOT_CONFORMANT : ExitCode.CONFORMANT;
  }

  /** The URL with a slash at the end: it is a directory. */
  private static URI directory(String text) {
    URI parsed;
    try {
      parsed = URI.create(text.endsWith("/") ? text : text + "/");
    } catch (IllegalArgumentException e) {
      throw new UserError("'" + text + "' is no URL: " + e.getMessage());
    }
    boolean http =
        "http".equalsIgnoreCase(parsed.getScheme()) || "https".equalsIgnoreCase(parsed.getScheme());
    if (!http || parsed.getHost() == null || parsed.getRawQuery() != null) {
      throw new UserError(
          "'" + text + "' is no URL of a directory; write it like http://127.0.0.1:8080/uploads/");
    }
    return parsed;
  }

  /** Reads a profile's name. */
  static final class ProfileConverter implements picocli.CommandLine.ITypeConverter<Profile> {
    @Override
    public Profile convert(String value) {
      try {
        return Profile.of(value);
      } catch (IllegalArgumentException e) {
        throw new picocli.CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }

  /** Reads a duration; a bare number is seconds. */
  static final class DurationConverter implements picocli.CommandLine.ITypeConverter<Duration> {
    @Override
    public Duration convert(String value) {
      try {
        return Quantity.duration(value.matches("\\d+") ? value + " s" : value);
      } catch (IllegalArgumentException e) {
        throw new picocli.CommandLine.TypeConversionException(e.getMessage());
      }
    }
  }
}
