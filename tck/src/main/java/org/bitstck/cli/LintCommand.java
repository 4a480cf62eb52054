package org.bitstck.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.ApplicationFileReader;
import org.bitstck.subject.ClientFileReader;
import org.bitstck.subject.SubjectReader;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks files of scenarios, rules and subjects without playing anything. */
@Command(
    name = "lint",
    description =
        "Check files of scenarios, rules and subjects: says line and column of each mistake.",
    footer = {
      "%nExamples:",
      "  bits-tck lint my-scenarios/*.yaml",
      "  bits-tck lint bits-tck.yaml"
    })
final class LintCommand implements Callable<Integer> {
  @Parameters(paramLabel = "FILE", arity = "1..*", description = "scenario, rule or subject files")
  private List<Path> files;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    List<Path> scenarioFiles = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    Library library = Library.bundled();
    for (Path file : files) {
      if (!Files.isReadable(file) || Files.isDirectory(file)) {
        throw new UserError("there is no file to read at '" + file + "'");
      }
      try {
        if (has(file, "name")) {
          subject(file);
        } else if (has(file, "rules")) {
          library.readRules(file);
        } else {
          scenarioFiles.add(file);
        }
      } catch (YamlException e) {
        problems.addAll(e.problems());
      }
    }
    List<Scenario> scenarios = List.of();
    try {
      scenarios = library.read(scenarioFiles);
    } catch (YamlException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new YamlException(problems);
    }
    report(scenarios);
    return ExitCode.CONFORMANT;
  }

  /** A subject has a name, a rule file has rules; a scenario file has a topic. */
  private static boolean has(Path file, String word) throws IOException {
    String text = Yaml.textOf(file);
    YamlValue root = Yaml.parse(new Source(file.toString(), text), text);
    return root.isMapping() && root.mapping("a file").has(word);
  }

  private static void subject(Path file) throws IOException {
    String text = Yaml.textOf(file);
    Source source = new Source(file.toString(), text);
    Path base = file.toAbsolutePath().getParent();
    YamlMapping words = Yaml.parse(source, text).mapping("a subject file");
    switch (words.take("role").map(YamlValue::text).orElse("")) {
      case "client" -> new ClientFileReader(base, OpenClient.variables()).read(source, text);
      case "application" -> new ApplicationFileReader(base, System.getenv()).read(source, text);
      default -> new SubjectReader(base, System.getenv()).read(source, text);
    }
  }

  private void report(List<Scenario> scenarios) {
    long checks = scenarios.stream().mapToLong(s -> s.requirements().size()).sum();
    PrintWriter out = spec.commandLine().getOut();
    out.print(files.size() + (files.size() == 1 ? " file" : " files") + " in order");
    out.println(
        scenarios.isEmpty() ? "." : ": " + scenarios.size() + " scenarios, " + checks + " checks.");
  }
}
