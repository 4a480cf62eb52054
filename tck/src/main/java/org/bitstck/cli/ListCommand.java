package org.bitstck.cli;

import java.io.PrintWriter;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.regex.Pattern;
import org.bitstck.engine.Selection;
import org.bitstck.report.RequirementPage;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Requirement;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Shows what the kit can test. */
@Command(
    name = "list",
    description = "List the scenarios, or the requirements.",
    footer = {
      "%nExamples:",
      "  bits-tck list fragment              the scenarios of a topic",
      "  bits-tck list BITS-SRV-ACK-*        those that check a requirement",
      "  bits-tck list --role client         the scenarios for clients",
      "  bits-tck list --requirements        all requirements"
    })
final class ListCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "PATTERN",
      arity = "0..*",
      description = "topics, scenario ids, requirement ids or tags; * for any text")
  private List<String> patterns = List.of();

  @Option(names = "--requirements", description = "list requirements instead of scenarios")
  private boolean requirements;

  @Option(
      names = "--role",
      paramLabel = "PEER",
      description = "only for one kind of peer: ${COMPLETION-CANDIDATES}")
  private Peer role;

  @Option(
      names = "--table",
      description = "print the page of requirements and what checks them, in Markdown")
  private boolean table;

  @Spec private CommandSpec spec;

  @Override
  public Integer call() {
    Library library = Library.bundled();
    PrintWriter out = spec.commandLine().getOut();
    if (table) {
      out.print(new RequirementPage(library).markdown());
      out.flush();
      return ExitCode.CONFORMANT;
    }
    int shown = requirements ? requirements(library, out) : scenarios(library, out);
    out.flush();
    if (shown == 0) {
      throw new UserError(
          patterns.isEmpty()
              ? "there is nothing to list"
              : "nothing matches "
                  + String.join(", ", patterns)
                  + "; without a pattern all are listed");
    }
    return ExitCode.CONFORMANT;
  }

  private int scenarios(Library library, PrintWriter out) {
    Selection selection = new Selection(patterns, List.of());
    int shown = 0;
    for (Peer peer : peers()) {
      List<Scenario> scenarios =
          library.scenarios(peer.role()).stream().filter(selection::takes).toList();
      scenarios(scenarios, out);
      if (!scenarios.isEmpty()) {
        out.println(scenarios.size() + " scenarios for " + peer.text() + "s");
      }
      shown += scenarios.size();
    }
    return shown;
  }

  private List<Peer> peers() {
    return role == null ? List.of(Peer.values()) : List.of(role);
  }

  private static void scenarios(List<Scenario> scenarios, PrintWriter out) {
    String topic = "";
    for (Scenario scenario : scenarios) {
      if (!scenario.topic().equals(topic)) {
        topic = scenario.topic();
        out.println(topic);
      }
      out.println("  " + scenario.name() + "  " + scenario.title());
      out.println("      " + String.join(" ", scenario.requirements()));
    }
  }

  private int requirements(Library library, PrintWriter out) {
    int shown = 0;
    for (Requirement requirement : library.catalogue().all()) {
      if (role != null && !role.plays(requirement.role())) {
        continue;
      }
      if (patterns.isEmpty() || patterns.stream().anyMatch(p -> matches(p, requirement.id()))) {
        out.println(
            requirement.id()
                + "  "
                + requirement.role().text()
                + "  "
                + Levels.text(requirement)
                + "  "
                + requirement.statement());
        shown++;
      }
    }
    return shown;
  }

  private static boolean matches(String pattern, String id) {
    return id.toUpperCase(Locale.ROOT)
        .matches(Pattern.quote(pattern.toUpperCase(Locale.ROOT)).replace("*", "\\E.*\\Q") + ".*");
  }
}
