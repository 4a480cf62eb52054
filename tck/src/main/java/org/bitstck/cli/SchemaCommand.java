package org.bitstck.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.bitstck.report.SchemaPage;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Prints a JSON Schema, for editors that complete and check. */
@Command(
    name = "schema",
    description = "Print the JSON Schema of a kind of file, for your editor.",
    footer = {
      "%nExamples:",
      "  bits-tck schema subject > subject.schema.json",
      "  bits-tck schema report > report.schema.json     what --report json writes"
    })
final class SchemaCommand implements Callable<Integer> {
  /** The kinds of file that there is a schema of. */
  enum Kind {
    SUBJECT,
    SCENARIOS,
    CLIENT_SCENARIOS,
    APPLICATION_SCENARIOS,
    RULES,
    CLIENT_RULES,
    REQUIREMENTS,
    REPORT;

    @Override
    public String toString() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
  }

  @Parameters(paramLabel = "KIND", description = "${COMPLETION-CANDIDATES}")
  private Kind kind;

  @Option(names = "--table", description = "print the words as a page in Markdown instead")
  private boolean table;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() throws IOException {
    if (table) {
      spec.commandLine().getOut().print(new SchemaPage(kind.toString()).markdown());
      spec.commandLine().getOut().flush();
      return ExitCode.CONFORMANT;
    }
    String name = "/scenarios/schema/" + kind + ".schema.json";
    try (InputStream schema = SchemaCommand.class.getResourceAsStream(name)) {
      PrintWriter out = spec.commandLine().getOut();
      out.print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
      out.flush();
    }
    return ExitCode.CONFORMANT;
  }
}
