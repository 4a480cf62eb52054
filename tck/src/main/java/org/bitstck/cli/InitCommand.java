package org.bitstck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Writes a subject file to start from. */
@Command(
    name = "init",
    description =
        "Write a commented subject file that describes your server, client or application.",
    footer = {
      "%nExamples:",
      "  bits-tck init && bits-tck server --subject bits-tck.yaml",
      "  bits-tck init --client && bits-tck client --subject bits-tck.yaml",
      "  bits-tck init --application && bits-tck application --subject bits-tck.yaml"
    })
final class InitCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "FILE",
      arity = "0..1",
      description = "where to (default: bits-tck.yaml)")
  private Path file = Path.of("bits-tck.yaml");

  @Option(names = "--force", description = "replace a file that is there")
  private boolean force;

  @Option(names = "--client", description = "describe a client")
  private boolean client;

  @Option(names = "--application", description = "describe a server application")
  private boolean application;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (Files.exists(file) && !force) {
      throw new UserError("'" + file + "' is there already; --force replaces it");
    }
    if (client && application) {
      throw new UserError("a file describes one subject: --client or --application");
    }
    String role = client ? "client" : application ? "application" : "server";
    String template = role.equals("server") ? "subject-template.yaml" : role + "-template.yaml";
    try (InputStream in = InitCommand.class.getResourceAsStream(template)) {
      Files.write(file, in.readAllBytes());
    }
    PrintWriter out = spec.commandLine().getOut();
    out.println("written: " + file + "; fill it in, then: bits-tck " + role + " --subject " + file);
    return ExitCode.CONFORMANT;
  }
}
