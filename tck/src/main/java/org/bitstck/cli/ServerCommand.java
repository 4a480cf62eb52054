package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.server.ServerRun;
import org.bitstck.play.Transport;
import org.bitstck.play.process.PeerProcess;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
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
      "  bits-tck server --subject bits-tck.yaml --report html,junit --out reports",
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

  @Option(
      names = "--transport",
      paramLabel = "TRANSPORT",
      completionCandidates = Candidates.TransportNames.class,
      description = "socket (default), or rest-assured: a second HTTP stack, to check the first")
  private String transport = Transports.DEFAULT;

  @Mixin private RunSettings settings = new RunSettings();

  @Mixin private ReportSettings reports = new ReportSettings();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    settings.check();
    Transports.check(transport);
    PrintWriter err = spec.commandLine().getErr();
    Rounds rounds = new Rounds(settings, reports, this::again, spec.commandLine().getOut(), err);
    Library library = Library.bundled();
    // a server that has to be started first starts while the scenarios are read
    CompletableFuture<List<Scenario>> reading =
        CompletableFuture.supplyAsync(
            () -> settings.scenarios(library, Role.SERVER, reports.knowsFailures()));
    if (insecure) {
      err.println("bits-tck: --insecure: the server's certificate is NOT checked");
      err.flush();
    }
    try (OpenSubject subject = subject(reading);
        Transport wire =
            rounds.recorded(Transports.of(transport, settings.limits(), subject.tls()))) {
      return rounds.play(
          join(reading), scenarios -> run(library, scenarios, subject, wire), subject::output);
    } catch (SubjectUnreachable | PeerProcess.StartFailed e) {
      err.println("bits-tck: " + e.getMessage());
      return ExitCode.UNREACHABLE;
    }
  }

  private SubjectRun run(
      Library library, List<Scenario> scenarios, OpenSubject subject, Transport wire) {
    return new ServerRun(
        library,
        scenarios,
        subject.subject(),
        settings.options(),
        wire,
        subject.tls(),
        subject.applications(),
        subject.control());
  }

  private static List<Scenario> join(CompletableFuture<List<Scenario>> reading) {
    try {
      return reading.join();
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

  /** The command line that tests this subject in this way, with more options. */
  private String again(String more) {
    return "bits-tck server"
        + (subjectFile == null ? "" : " --subject " + subjectFile)
        + (url == null ? "" : " " + url)
        + settings.again()
        + " "
        + more;
  }
}
