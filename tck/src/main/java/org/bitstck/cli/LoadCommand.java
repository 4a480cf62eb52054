package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.Writer;
import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.load.LoadPlan;
import org.bitstck.load.LoadResult;
import org.bitstck.load.LoadRun;
import org.bitstck.play.Limits;
import org.bitstck.play.process.PeerProcess;
import org.bitstck.play.wire.SocketTransport;
import org.bitstck.report.ConsoleReport;
import org.bitstck.report.LoadReport;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Quantity;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/** Judges a server while it is busy. */
@Command(
    name = "load",
    description = {
      "Make many uploads at once and judge every Ack while the server is busy.",
      "A server may refuse sessions when it has enough; what it has accepted has to be right."
    },
    footer = {
      "%nExamples:",
      "  bits-tck load http://127.0.0.1:8080/uploads/",
      "  bits-tck load http://127.0.0.1:8080/uploads/ --sessions 200 --for 1m",
      "  bits-tck load http://127.0.0.1:8080/uploads/ --size 16MiB --fragment 1MiB"
    })
final class LoadCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "the directory that takes uploads; the files stay there")
  private String url;

  @Option(names = "--subject", paramLabel = "FILE", description = "describes the server")
  private Path subjectFile;

  @Option(names = "--insecure", description = "take any certificate on https")
  private boolean insecure;

  @Option(
      names = "--i-own-this-server",
      description = "needed where the server is not on this machine")
  private boolean owned;

  @Option(
      names = "--sessions",
      paramLabel = "N",
      description = "uploads under way at once (default: ${DEFAULT-VALUE})",
      defaultValue = "20")
  private int sessions;

  @Option(
      names = "--rate",
      paramLabel = "N",
      description = "uploads begun per second at most (default: ${DEFAULT-VALUE})",
      defaultValue = "100")
  private double rate;

  @Option(
      names = "--for",
      paramLabel = "TIME",
      description = "no upload begins later than that (default: ${DEFAULT-VALUE})",
      defaultValue = "10s",
      converter = RunSettings.DurationConverter.class)
  private Duration time;

  @Option(names = "--uploads", paramLabel = "N", description = "at most so many")
  private int uploads = Integer.MAX_VALUE;

  @Option(
      names = "--size",
      paramLabel = "SIZE",
      description = "of each file (default: ${DEFAULT-VALUE})",
      defaultValue = "64KiB",
      converter = SizeConverter.class)
  private Long size;

  @Option(
      names = "--fragment",
      paramLabel = "SIZE",
      description = "of each fragment (default: ${DEFAULT-VALUE})",
      defaultValue = "16KiB",
      converter = SizeConverter.class)
  private Long fragment;

  @Option(
      names = "--timeout",
      paramLabel = "TIME",
      description = "how long to wait for an answer (default: ${DEFAULT-VALUE})",
      defaultValue = "30s",
      converter = RunSettings.DurationConverter.class)
  private Duration timeout;

  @Option(
      names = "--profile",
      paramLabel = "NAME",
      description = "interop (default), strict or win32",
      converter = RunSettings.ProfileConverter.class)
  private Profile profile = Profile.INTEROP;

  @Mixin private ReportSettings reports = new ReportSettings();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    LoadPlan plan = plan();
    reports.check();
    ReportFiles files = reports.files(this::again);
    try (OpenSubject subject = subject()) {
      allow(subject.subject().url());
      Limits limits = Limits.DEFAULT.withAnswer(timeout);
      try (SocketTransport wire = new SocketTransport(limits, subject.tls())) {
        LoadRun run =
            new LoadRun(
                Library.bundled(), profile, subject.subject(), limits, wire, subject.tls(), plan);
        return play(run, files);
      }
    } catch (SubjectUnreachable | PeerProcess.StartFailed e) {
      spec.commandLine().getErr().println("bits-tck: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private LoadPlan plan() {
    if (timeout.isZero()) {
      throw new UserError("--timeout must be longer than nothing");
    }
    try {
      return new LoadPlan(sessions, uploads, rate, time, size, fragment);
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage());
    }
  }

  private OpenSubject subject() throws IOException, PeerProcess.StartFailed {
    if (subjectFile != null) {
      return OpenSubject.of(subjectFile, url, insecure, profile);
    }
    if (url == null) {
      throw new UserError("name the server's URL, or a subject file with --subject");
    }
    return OpenSubject.at(url, insecure);
  }

  /** Nobody shall load a server by a slip of the hand that somebody else needs. */
  private void allow(URI server) {
    if (owned) {
      return;
    }
    try {
      for (InetAddress address : InetAddress.getAllByName(server.getHost())) {
        if (!address.isLoopbackAddress()) {
          throw new UserError(
              server.getHost()
                  + " is not this machine: load is for servers that are yours to load; say so with"
                  + " --i-own-this-server");
        }
      }
    } catch (UnknownHostException e) {
      throw new UserError("no host has the name '" + server.getHost() + "'");
    }
  }

  /** Ctrl-C ends the run early, and what was found so far is still told. */
  private int play(LoadRun run, ReportFiles files) throws SubjectUnreachable, IOException {
    CountDownLatch told = new CountDownLatch(1);
    Thread hook =
        new Thread(
            () -> {
              run.cancel();
              try {
                told.await();
              } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
    try {
      return report(run.run(), files);
    } finally {
      told.countDown();
      try {
        Runtime.getRuntime().removeShutdownHook(hook);
      } catch (IllegalStateException e) {
        // the run was interrupted
      }
    }
  }

  private int report(LoadResult result, ReportFiles files) throws IOException {
    PrintWriter out = spec.commandLine().getOut();
    if (reports.quiet) {
      out.println(result.result().summary().text());
    } else {
      new ConsoleReport(out, Terminal.detect(), reports.trace, this::again).print(result.result());
      new LoadReport(result).print(out);
    }
    for (Path written : files.write(result.result())) {
      out.println("written: " + written);
    }
    if (!files.reports().isEmpty()) {
      Path figures = files.folder().resolve("load.json");
      try (Writer writer = Files.newBufferedWriter(figures)) {
        new LoadReport(result).writeJson(writer);
      }
      out.println("written: " + figures);
    }
    out.flush();
    if (result.result().isKitAtFault()) {
      return ExitCode.KIT_AT_FAULT;
    }
    boolean failed = result.result().findings().stream().anyMatch(reports::isFailure);
    return failed || result.whole() == 0 ? ExitCode.NOT_CONFORMANT : ExitCode.CONFORMANT;
  }

  /** The line that makes this load again; a single upload is not what was wrong. */
  private String again(String ignored) {
    return "bits-tck load"
        + (subjectFile == null ? "" : " --subject " + subjectFile)
        + (url == null ? "" : " " + url)
        + " --sessions "
        + sessions
        + " --size "
        + size
        + " --fragment "
        + fragment;
  }

  /** Reads {@code 64KiB}. */
  static final class SizeConverter implements ITypeConverter<Long> {
    @Override
    public Long convert(String value) {
      try {
        return Quantity.bytes(value);
      } catch (IllegalArgumentException e) {
        throw new TypeConversionException(e.getMessage());
      }
    }
  }
}
