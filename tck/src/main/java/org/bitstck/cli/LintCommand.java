package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.bitstck.scenario.Library;
import org.bitstck.scenario.Scenario;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks scenario files without playing them. */
@Command(
    name = "lint",
    description = "Check scenario files: says line and column of each mistake.",
    footer = "%nExample: bits-tck lint my-scenarios/*.yaml")
final class LintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "scenario files")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("there is no file to read at '" + file + "'");
      }
    }
    List<Scenario> scenarios = Library.bundled().read(files);
    PrintWriter out = spec.commandLine().getOut();
    long checks = scenarios.stream().mapToLong(s -> s.requirements().size()).sum();
    out.println(
        files.size()
            + (files.size() == 1 ? " file" : " files")
            + " in order: "
            + scenarios.size()
            + " scenarios, "
            + checks
            + " checks.");
    return ExitCode.CONFORMANT;
  }
}
