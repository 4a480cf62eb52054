package org.bitstck.cli;

import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.bitstck.report.Texts;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.requirement.Testable;
import org.bitstck.scenario.AlwaysOn;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Nearest;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Tells all about one requirement or scenario. */
@Command(
    name = "explain",
    description = "Explain a requirement or a scenario in full.",
    footer = {
      "%nExamples:",
      "  bits-tck explain BITS-SRV-FRAGMENT-005",
      "  bits-tck explain fragment/ranges/gap"
    })
final class ExplainCommand implements Callable<Integer> {
  @Parameters(
      paramLabel = "ID",
      completionCandidates = Candidates.Requirements.class,
      description = "id of a requirement or of a scenario")
  private String id;

  @Spec private CommandSpec spec;

  private final int width = Terminal.detect().width();

  @Override
  public Integer call() {
    Library library = Library.bundled();
    PrintWriter out = spec.commandLine().getOut();
    List<Scenario> scenarios = new ArrayList<>(library.scenarios(Role.SERVER));
    scenarios.addAll(library.scenarios(Role.CLIENT));
    scenarios.addAll(library.scenarios(Role.SERVER_APPLICATION));
    Requirement requirement = library.catalogue().find(id.toUpperCase(Locale.ROOT)).orElse(null);
    if (requirement != null) {
      explain(requirement, library, scenarios, out);
      out.flush();
      return ExitCode.CONFORMANT;
    }
    List<Scenario> named = scenarios.stream().filter(s -> isMeant(s.id(), s.name())).toList();
    if (named.isEmpty()) {
      List<String> names = new ArrayList<>(library.catalogue().ids());
      scenarios.forEach(scenario -> names.add(withoutRow(scenario.id())));
      throw new UserError(
          "nothing is called '"
              + id
              + "'"
              + Nearest.to(id, names)
                  .map(near -> "; did you mean " + near + "?")
                  .orElse("; 'bits-tck list' shows what there is"));
    }
    named.forEach(scenario -> explain(scenario, library, out));
    out.flush();
    return ExitCode.CONFORMANT;
  }

  /** Without its row all rows of a scenario are meant. */
  private boolean isMeant(String scenario, String name) {
    return Stream.of(scenario, name)
        .flatMap(text -> Stream.of(text, withoutRow(text)))
        .anyMatch(id::equalsIgnoreCase);
  }

  private static String withoutRow(String name) {
    return name.replaceFirst("\\[.*", "");
  }

  private void explain(
      Requirement requirement, Library library, List<Scenario> scenarios, PrintWriter out) {
    out.println(requirement.id() + "  " + Levels.text(requirement));
    out.print(Texts.wrapped("  ", "  ", requirement.statement(), width));
    line(out, "role", requirement.role().text() + ", packet " + requirement.packet());
    line(out, "source", String.join("; ", requirement.sources()));
    line(out, "a good peer", requirement.positive());
    line(out, "a wrong one", requirement.negative());
    line(out, "why it matters", requirement.impact());
    line(out, "needs", requirement.needs());
    line(out, "note", requirement.note());
    if (requirement.testable() == Testable.NO) {
      line(out, "not testable", requirement.whyNot());
    }
    List<AlwaysOn> rules = new ArrayList<>(library.rules(Role.SERVER));
    rules.addAll(library.clientRules());
    for (AlwaysOn rule : rules) {
      if (rule.expectation().requirement().equals(requirement.id())) {
        line(out, "rule", rule.name() + ": " + rule.title());
      }
    }
    for (Scenario scenario : scenarios) {
      if (scenario.requirements().contains(requirement.id())) {
        line(out, "scenario", scenario.id() + ": " + scenario.title());
      }
    }
  }

  private void explain(Scenario scenario, Library library, PrintWriter out) {
    out.println(scenario.id() + "  " + scenario.title());
    out.println("  " + scenario.at());
    line(out, "needs", String.join(", ", new TreeSet<>(scenario.needs())));
    scenario
        .requirements()
        .forEach(
            requirement ->
                line(
                    out,
                    requirement,
                    library.catalogue().find(requirement).orElseThrow().statement()));
  }

  private void line(PrintWriter out, String label, String text) {
    if (!text.isEmpty()) {
      out.print(Texts.wrapped("  " + label + ": ", "    ", text, width));
    }
  }
}
