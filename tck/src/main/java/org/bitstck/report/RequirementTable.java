package org.bitstck.report;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Testable;
import org.bitstck.scenario.AlwaysOn;
import org.bitstck.scenario.Scenario;

/** Which scenarios and rules check each requirement, as a table in Markdown. */
public final class RequirementTable {
  private final Collection<Requirement> requirements;
  private final Map<String, Set<String>> checkedBy = new LinkedHashMap<>();

  /**
   * @param requirements in the order of the table
   */
  public RequirementTable(
      Collection<Requirement> requirements,
      List<Scenario> scenarios,
      List<? extends AlwaysOn> rules) {
    this.requirements = requirements;
    for (AlwaysOn rule : rules) {
      checks(rule.expectation().requirement()).add("rule " + rule.name());
    }
    for (Scenario scenario : scenarios) {
      String name = scenario.id().replaceAll("\\[.*", "");
      scenario.requirements().forEach(id -> checks(id).add(name));
    }
  }

  private Set<String> checks(String id) {
    return checkedBy.computeIfAbsent(id, key -> new LinkedHashSet<>());
  }

  /** Requirements that could be tested and that nothing checks. */
  public List<String> unchecked() {
    return requirements.stream()
        .filter(r -> r.testable() != Testable.NO && !checkedBy.containsKey(r.id()))
        .map(Requirement::id)
        .toList();
  }

  /** The lines of the table. */
  public List<String> markdown() {
    List<String> lines = new ArrayList<>();
    lines.add("| requirement | level | statement | checked by | source |");
    lines.add("|---|---|---|---|---|");
    for (Requirement requirement : requirements) {
      lines.add(
          "| "
              + String.join(
                  " | ",
                  requirement.id(),
                  levels(requirement),
                  cell(requirement.statement()),
                  cell(checks(requirement)),
                  cell(String.join("; ", requirement.sources())))
              + " |");
    }
    return lines;
  }

  private static String levels(Requirement requirement) {
    if (Set.copyOf(requirement.levels().values()).size() == 1) {
      return requirement.level(Profile.INTEROP).text();
    }
    return Arrays.stream(Profile.values())
        .map(profile -> profile.text() + " " + requirement.level(profile).text())
        .collect(Collectors.joining("<br>"));
  }

  private String checks(Requirement requirement) {
    if (requirement.testable() == Testable.NO) {
      return "not testable: " + requirement.whyNot();
    }
    Set<String> checks = checkedBy.getOrDefault(requirement.id(), Set.of());
    return checks.isEmpty() ? "nothing yet" : String.join(", ", checks);
  }

  private static String cell(String text) {
    return text.replace("|", "\\|").replace("\n", " ");
  }
}
