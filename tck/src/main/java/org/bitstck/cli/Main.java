package org.bitstck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.YamlException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.UnmatchedArgumentException;

/** The command line of the kit. */
@Command(
    name = "bits-tck",
    versionProvider = KitVersion.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description =
        "Tests whether servers and clients speak the BITS Upload Protocol as its texts demand.",
    synopsisSubcommandLabel = "COMMAND",
    footer = {
      "%nThe tour:",
      "  bits-tck server                     test the bundled reference server",
      "  bits-tck server http://host/path/   test yours",
      "  bits-tck client                     test the bundled reference client",
      "  bits-tck client -- ./mine {url} {file}   test yours",
      "  bits-tck application                test the bundled reference application",
      "  bits-tck explain BITS-SRV-ACK-001   what a requirement says",
      "%nExit codes: 0 conformant, 1 not conformant, 2 usage or a wrong file, 3 the subject cannot be"
          + " reached, 4 the kit is at fault, 5 known failures are stale."
    })
public final class Main {
  private static final String COMPLETION = "completion";

  /** The commands in the order in which the help shows them. */
  private static final List<String> COMMANDS =
      List.of(
          "server",
          "client",
          "application",
          "load",
          "init",
          "list",
          "explain",
          "lint",
          "prove",
          "schema",
          "report",
          COMPLETION);

  private Main() {}

  /** A class is not even loaded unless its command is wanted. */
  private static Class<?> command(String name) {
    return switch (name) {
      case "server" -> ServerCommand.class;
      case "client" -> ClientCommand.class;
      case "application" -> ApplicationCommand.class;
      case "load" -> LoadCommand.class;
      case "init" -> InitCommand.class;
      case "list" -> ListCommand.class;
      case "explain" -> ExplainCommand.class;
      case "lint" -> LintCommand.class;
      case "prove" -> ProveCommand.class;
      case "schema" -> SchemaCommand.class;
      case "report" -> ReportCommand.class;
      case COMPLETION -> CompletionCommand.class;
      default -> throw new IllegalArgumentException(name);
    };
  }

  /** Those that the arguments can be about: the one they name, or all; completion is of all. */
  private static List<String> commands(String... args) {
    if (args.length > 0 && COMMANDS.contains(args[0]) && !args[0].equals(COMPLETION)) {
      return List.of(args[0]);
    }
    boolean version = args.length == 1 && List.of("--version", "-V").contains(args[0]);
    return version ? List.of() : COMMANDS;
  }

  /** Runs a command and exits with its code: {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /**
   * The command line as far as the arguments need it.
   *
   * @param args none for all of it
   */
  static CommandLine commandLine(String... args) {
    CommandLine line = new CommandLine(new Main());
    commands(args).forEach(name -> line.addSubcommand(command(name)));
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.getSubcommands().values().forEach(Main::shortSynopsis);
    line.setParameterExceptionHandler(Main::misused);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof YamlException problems) {
            for (Problem problem : problems.problems()) {
              command.getErr().println(problem.render());
            }
            return ExitCode.USAGE;
          }
          Optional<String> wrong = Misuse.of(e);
          if (wrong.isPresent()) {
            command.getErr().println("bits-tck: " + wrong.get());
            return ExitCode.USAGE;
          }
          command.getErr().println("bits-tck: the kit is at fault, please report this:");
          e.printStackTrace(command.getErr());
          return ExitCode.KIT_AT_FAULT;
        });
    return line;
  }

  /** A dozen options in brackets tell less than the list of them below. */
  private static void shortSynopsis(CommandLine command) {
    command.getCommandSpec().usageMessage().abbreviateSynopsis(true);
    command.getSubcommands().values().forEach(Main::shortSynopsis);
  }

  /** One line; all of the help would push it out of the window. */
  private static int misused(ParameterException e, String[] args) {
    CommandLine command = e.getCommandLine();
    PrintWriter err = command.getErr();
    err.println("bits-tck: " + e.getMessage());
    if (e instanceof UnmatchedArgumentException unmatched) {
      UnmatchedArgumentException.printSuggestions(unmatched, err);
    }
    String name = command.getCommandSpec().qualifiedName();
    err.println("'" + name + " --help' shows how it is used");
    return ExitCode.USAGE;
  }

  static int run(String... args) {
    CommandLine line = commandLine(args);
    if (args.length == 0) {
      line.usage(line.getOut());
      return ExitCode.USAGE;
    }
    return line.execute(args);
  }
}
