package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.client.ClientRun;
import org.bitstck.engine.client.ScriptedStage;
import org.bitstck.play.client.UploadOrder;
import org.bitstck.play.client.driver.WaitDriver;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.ClientFile;
import org.bitstck.subject.CommandTemplate;
import org.bitstck.subject.Words;
import org.bitstck.yaml.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tests a client. */
@Command(
    name = "client",
    description = {
      "Test a client: the kit plays a server that is right, and wrong where a scenario says so.",
      "Without a command the bundled reference client is tested: the tour."
    },
    footer = {
      "%nExamples:",
      "  bits-tck client -- ./my-client --to {url} {file}",
      "  bits-tck client -- ./my-client '[--reply-to {reply}]' --to {url} {file}",
      "  bits-tck client --driver -- python3 driver.py",
      "  bits-tck client --subject bits-tck.yaml --report html,junit --out reports",
      "  bits-tck client --wait --only 'client/fragment/*'"
    })
final class ClientCommand implements Callable<Integer> {
  /** How much longer than between two requests it may take until the first one comes. */
  private static final int FIRST = 10;

  @Parameters(
      paramLabel = "COMMAND",
      arity = "0..*",
      description = {
        "started for each upload, {url} and {file} filled in; exit code 0 means success.",
        "'[--option {place}]' is left out where there is nothing to fill in;",
        "places: {id}, {state}, {reply}, {fragment-size}, {user}, {password}, {password-file},",
        "{send-timeout}, {answer-timeout}, {retry-delay} (ms)"
      })
  private List<String> command = List.of();

  @Option(
      names = "--driver",
      paramLabel = "CMD",
      arity = "0..1",
      fallbackValue = "",
      description = "COMMAND, or CMD, is a driver that takes orders as JSON lines")
  private String driver;

  @Option(
      names = "--subject",
      paramLabel = "FILE",
      description = "describes the client: 'bits-tck init --client' writes one")
  private Path subjectFile;

  @Option(
      names = "--wait",
      description = "print a URL for each scenario, and judge what somebody makes the client send")
  private boolean byHand;

  @Option(
      names = "--idle",
      paramLabel = "TIME",
      description =
          "with --wait: when nothing came for so long an upload is over (default: 30s); ten times"
              + " as long for the first request",
      converter = RunSettings.DurationConverter.class)
  private Duration idle = Duration.ofSeconds(30);

  @Option(
      names = "--per-process",
      description = "start the bundled reference client for each upload, instead of once")
  private boolean perProcess;

  @Option(
      names = "--capabilities",
      paramLabel = "WORD",
      split = ",",
      description = "what the client can do beside what its command or driver shows")
  private Set<String> capabilities = new LinkedHashSet<>();

  @Mixin private RunSettings settings = new RunSettings();

  @Mixin private ReportSettings reports = new ReportSettings();

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    settings.check();
    check();
    PrintWriter err = spec.commandLine().getErr();
    Rounds rounds = new Rounds(settings, reports, this::again, spec.commandLine().getOut(), err);
    Library library = Library.bundled();
    List<Scenario> scenarios = settings.scenarios(library, Role.CLIENT, reports.knowsFailures());
    ClientFile described = byHand ? null : described().with(capabilities);
    try (OpenClient client = client(described);
        ScriptedStage stage = ScriptedStage.open(settings.limits(), client.driver())) {
      return rounds.play(
          scenarios,
          ordered ->
              new ClientRun(
                  library,
                  ordered,
                  client.driver(),
                  client.driven(),
                  settings.options(),
                  library.clientRules(),
                  rounds.recorded(stage)),
          client.driver()::output);
    } catch (SubjectUnreachable | StartFailed e) {
      err.println("bits-tck: " + e.getMessage());
      err.flush();
      return ExitCode.UNREACHABLE;
    }
  }

  private void check() {
    long ways =
        Stream.of(driver != null || !command.isEmpty(), subjectFile != null, byHand, perProcess)
            .filter(way -> way)
            .count();
    if (ways > 1) {
      throw new UserError(
          "there is one way to make a client upload: a command, --driver, --subject, --wait or"
              + " --per-process");
    }
    if (idle.isZero()) {
      throw new UserError("--idle must be longer than nothing");
    }
    for (String word : capabilities) {
      if (!Words.CLIENT_CAPABILITIES.containsKey(word)) {
        throw new UserError(
            "'"
                + word
                + "' is no capability"
                + Nearest.to(word, Words.CLIENT_CAPABILITIES.keySet())
                    .map(near -> "; did you mean '" + near + "'?")
                    .orElse(
                        "; there are " + String.join(", ", Words.CLIENT_CAPABILITIES.keySet())));
      }
      if (byHand && Set.of("pause", "resume", "cancel", "report").contains(word)) {
        throw new UserError("with --wait nobody can be told to '" + word + "'");
      }
    }
  }

  /**
   * @param described what is known of the client; null where somebody drives it by hand
   */
  private OpenClient client(ClientFile described) throws StartFailed {
    if (described == null) {
      PrintWriter out = spec.commandLine().getOut();
      out.println("Make the client upload these files to these URLs, in any order:");
      return new OpenClient(
          new WaitDriver(
              "the client", capabilities, idle.multipliedBy(FIRST), idle, this::announce),
          "hand");
    }
    return OpenClient.of(described, settings.jobs);
  }

  /** Several uploads are announced at once. */
  private void announce(UploadOrder order) {
    PrintWriter out = spec.commandLine().getOut();
    StringBuilder line = new StringBuilder("  ");
    line.append(order.file()).append("  ->  ").append(order.url());
    if (order.credentials() != null) {
      line.append("  as ").append(order.credentials().user());
      line.append(" with the password ").append(order.credentials().password());
    }
    if (order.replyTo() != null) {
      line.append("  reply to ").append(order.replyTo());
    }
    synchronized (out) {
      out.println(line);
      out.flush();
    }
  }

  private ClientFile described() throws IOException {
    if (subjectFile != null) {
      return OpenClient.file(subjectFile);
    }
    if (driver != null) {
      List<String> words = new ArrayList<>(CommandLineWords.of(driver));
      words.addAll(command);
      if (words.isEmpty()) {
        throw new UserError("--driver needs a command: --driver -- python3 driver.py");
      }
      return ClientFile.of(words, Set.of());
    }
    if (command.isEmpty()) {
      return OpenClient.bundled(perProcess);
    }
    try {
      CommandTemplate template = CommandTemplate.of(command);
      for (String place : List.of("url", "file")) {
        if (!template.places().contains(place)) {
          throw new UserError(
              "the command has no '{"
                  + place
                  + "}'; write it like: bits-tck client -- ./my-client --to {url} {file}");
        }
      }
      return ClientFile.of(template, Set.of());
    } catch (IllegalArgumentException e) {
      throw new UserError(e.getMessage());
    }
  }

  /** The command line that tests this client in this way, with more options. */
  private String again(String more) {
    return "bits-tck client"
        + (subjectFile == null ? "" : " --subject " + subjectFile)
        + (byHand ? " --wait" : "")
        + (perProcess ? " --per-process" : "")
        + (capabilities.isEmpty() ? "" : " --capabilities " + String.join(",", capabilities))
        + settings.again()
        + " "
        + more
        + behind();
  }

  /** What stands at the end of such a line. */
  private String behind() {
    List<String> words = new ArrayList<>();
    if (driver != null) {
      words.addAll(CommandLineWords.of(driver));
    }
    words.addAll(command);
    return words.isEmpty()
        ? ""
        : (driver == null ? " -- " : " --driver -- ")
            + words.stream()
                .map(word -> word.matches("[\\w./:=@%+,{}-]+") ? word : "'" + word + "'")
                .collect(Collectors.joining(" "));
  }
}
