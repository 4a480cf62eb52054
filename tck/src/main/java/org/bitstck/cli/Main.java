package org.bitstck.cli;

import org.bitstck.yaml.Problem;
import org.bitstck.yaml.YamlException;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.ScopeType;

/** The command line of the kit. */
@Command(
    name = "bits-tck",
    versionProvider = KitVersion.class,
    mixinStandardHelpOptions = true,
    scope = ScopeType.INHERIT,
    description =
        "Tests whether servers and clients speak the BITS Upload Protocol as its texts demand.",
    synopsisSubcommandLabel = "COMMAND",
    subcommands = {
      ServerCommand.class,
      ClientCommand.class,
      ApplicationCommand.class,
      InitCommand.class,
      ListCommand.class,
      ExplainCommand.class,
      LintCommand.class,
      ProveCommand.class,
      SchemaCommand.class,
      ReportCommand.class,
      CompletionCommand.class
    },
    footerHeading = "%nThe tour:%n",
    footer = {
      "  bits-tck server                     test the bundled reference server",
      "  bits-tck server http://host/path/   test yours",
      "  bits-tck client                     test the bundled reference client",
      "  bits-tck client -- ./mine {url} {file}   test yours",
      "  bits-tck application                test the bundled reference application",
      "  bits-tck explain BITS-SRV-ACK-001   what a requirement says",
      "%nExit codes: 0 conformant, 1 not conformant, 2 usage or a wrong file,",
      "3 the subject cannot be reached, 4 the kit is at fault, 5 known failures are stale."
    })
public final class Main {
  private Main() {}

  /** Runs a command and exits with its code: {@link ExitCode}. */
  public static void main(String[] args) {
    System.exit(run(args));
  }

  /** All commands. */
  static CommandLine commandLine() {
    CommandLine line = new CommandLine(new Main());
    line.setCaseInsensitiveEnumValuesAllowed(true);
    line.setUsageHelpAutoWidth(true);
    line.setExecutionExceptionHandler(
        (e, command, parsed) -> {
          if (e instanceof YamlException problems) {
            for (Problem problem : problems.problems()) {
              command.getErr().println(problem.render());
            }
            return ExitCode.USAGE;
          }
          if (e instanceof UserError) {
            command.getErr().println("bits-tck: " + e.getMessage());
            return ExitCode.USAGE;
          }
          command.getErr().println("bits-tck: the kit is at fault, please report this:");
          e.printStackTrace(command.getErr());
          return ExitCode.KIT_AT_FAULT;
        });
    return line;
  }

  static int run(String... args) {
    CommandLine line = commandLine();
    if (args.length == 0) {
      line.usage(line.getOut());
      return ExitCode.USAGE;
    }
    return line.execute(args);
  }
}
