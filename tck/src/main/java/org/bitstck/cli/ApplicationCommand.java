package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.application.ApplicationRun;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Application;
import org.bitstck.subject.ApplicationFileReader;
import org.bitstck.subject.SharedFolder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a server application. */
@Command(
    name = "application",
    description = {
      "Test a server application: what an upload server notifies of complete uploads.",
      "Without URL and subject file the bundled reference application is tested: the tour."
    },
    footer = {
      "%nExamples:",
      "  bits-tck application http://127.0.0.1:9099/take",
      "  bits-tck application http://127.0.0.1:9099/take --reply echo --files /srv/x",
      "  bits-tck application --subject bits-tck.yaml --report html,junit",
      "  bits-tck init --application                describe yours"
    })
final class ApplicationCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "URL",
      arity = "0..1",
      description = "where it is notified: the notification URL of the upload server")
  private String url;

  @Option(
      names = "--subject",
      paramLabel = "FILE",
      description = "describes the application: 'bits-tck init --application' writes one")
  private Path subjectFile;

  @Option(
      names = "--reply",
      paramLabel = "REPLY",
      description =
          "what it replies: echo (the upload), digest (its SHA-256), some, none; what is not told is"
              + " not tested")
  private String reply;

  @Option(
      names = "--files",
      paramLabel = "DIR",
      description =
          "a folder that it may read and write, for notifications by reference (default: a temporary"
              + " one, where it is on this machine)")
  private Path files;

  @Option(names = "--insecure", description = "take any certificate on https")
  private boolean insecure;

  @Mixin private RunSettings settings = new RunSettings();

  @Mixin private ReportSettings reports = new ReportSettings();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    settings.check();
    PrintWriter err = spec.commandLine().getErr();
    Rounds rounds = new Rounds(settings, reports, this::again, spec.commandLine().getOut(), err);
    Library library = Library.bundled();
    List<Scenario> scenarios =
        settings.scenarios(library, Role.SERVER_APPLICATION, reports.knowsFailures());
    if (insecure) {
      err.println("bits-tck: --insecure: the application's certificate is NOT checked");
      err.flush();
    }
    try (OpenApplication open = open()) {
      Application application = told(open.application());
      return rounds.play(
          scenarios,
          ordered ->
              new ApplicationRun(library, ordered, application, settings.options(), open.tls()),
          open::output);
    } catch (SubjectUnreachable | StartFailed e) {
      err.println("bits-tck: " + e.getMessage());
      err.flush();
      return ExitCode.UNREACHABLE;
    }
  }

  private OpenApplication open() throws IOException, StartFailed {
    if (subjectFile != null) {
      return OpenApplication.of(subjectFile, url, insecure, settings.profile);
    }
    return url != null
        ? OpenApplication.at(url, insecure)
        : OpenApplication.bundled(settings.profile);
  }

  /** What the command line tells goes before the file. */
  private Application told(Application application) {
    Application told = application;
    if (reply != null) {
      try {
        told = told.withReply(ApplicationFileReader.reply(reply));
      } catch (IllegalArgumentException e) {
        throw new UserError("--reply: " + e.getMessage());
      }
    }
    if (files != null) {
      if (!Files.isDirectory(files) || !Files.isWritable(files)) {
        throw new UserError("--files: nothing can be written into '" + files + "'");
      }
      try {
        told = told.withFiles(new SharedFolder(files.toRealPath(), null));
      } catch (IOException e) {
        throw new UserError("--files: " + e.getMessage());
      }
    }
    return told;
  }

  /** The command line that tests this subject in this way, with more options. */
  private String again(String more) {
    return "bits-tck application"
        + (subjectFile == null ? "" : " --subject " + subjectFile)
        + (url == null ? "" : " " + url)
        + (reply == null ? "" : " --reply " + reply)
        + (files == null ? "" : " --files " + files)
        + settings.again()
        + " "
        + more;
  }
}
