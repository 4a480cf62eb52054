package org.bitstck.cli;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitstck.report.SchemaPage;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
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

  @Parameters(
      paramLabel = "KIND",
      converter = KindConverter.class,
      description = "${COMPLETION-CANDIDATES}")
  private Kind kind;

  /** Reads a kind as it is shown. */
  static final class KindConverter implements ITypeConverter<Kind> {
    @Override
    public Kind convert(String value) {
      return Candidates.of(Kind.values(), value);
    }
  }

  @Option(names = "--table", description = "print the words as a page in Markdown instead")
  private boolean table;

  @Spec private CommandSpec spec;

  /** Where the ids of requirements stand as keys; behind it an editor finds each one's words. */
  private static final Pattern EXPECT =
      Pattern.compile(
          "\"propertyNames\":\\s*\\{\\s*\"\\$ref\":\\s*\"#/\\$defs/requirementId\"\\s*},");

  @Override
  public Integer call() throws IOException {
    if (table) {
      spec.commandLine().getOut().print(new SchemaPage(kind.toString()).markdown());
      spec.commandLine().getOut().flush();
      return ExitCode.CONFORMANT;
    }
    String name = "/scenarios/schema/" + kind + ".schema.json";
    try (InputStream schema = SchemaCommand.class.getResourceAsStream(name)) {
      String text = new String(schema.readAllBytes(), StandardCharsets.UTF_8);
      PrintWriter out = spec.commandLine().getOut();
      out.print(
          switch (kind) {
            case SCENARIOS -> withRequirements(text, Peer.SERVER);
            case CLIENT_SCENARIOS -> withRequirements(text, Peer.CLIENT);
            case APPLICATION_SCENARIOS -> withRequirements(text, Peer.APPLICATION);
            default -> text;
          });
      out.flush();
    }
    return ExitCode.CONFORMANT;
  }

  /** Lets an editor offer the ids of the requirements, each with what it demands. */
  private static String withRequirements(String schema, Peer peer) {
    String properties =
        Library.bundled().catalogue().of(peer).stream()
            .map(SchemaCommand::property)
            .collect(Collectors.joining(",\n", "\"properties\": {\n", "\n      },\n      "));
    Matcher expect = EXPECT.matcher(schema);
    return expect.replaceAll(found -> Matcher.quoteReplacement(properties + found.group()));
  }

  private static String property(Requirement requirement) {
    String words = requirement.level(Profile.INTEROP).text() + ": " + requirement.statement();
    return "        \""
        + requirement.id()
        + "\": {\"description\": \""
        + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(words))
        + "\", \"$ref\": \"#/$defs/outcome\"}";
  }
}
