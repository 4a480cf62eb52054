package org.bitstck.load;

import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.library.ScenarioReader;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.yaml.Source;

/** The upload that is played again and again, in the language of all scenarios. */
final class LoadScenario {
  private static final String NAME = "bits-tck load";

  private LoadScenario() {}

  /**
   * Makes the scenario.
   *
   * @param look whether stored files can be looked at
   */
  static ServerScenario of(LoadPlan plan, boolean look, Catalogue catalogue) {
    String text = text(plan, look);
    return (ServerScenario)
        new ScenarioReader(catalogue).read(new Source(NAME, text), text).scenarios().get(0);
  }

  private static String text(LoadPlan plan, boolean look) {
    StringBuilder text =
        new StringBuilder(
            """
            topic: load
            role: server
            scenarios:
              upload:
                title: an upload while many others go on
                file: %d
                steps:
                - create-session
            """
                .formatted(plan.bytes()));
    for (long first = 0; first < plan.bytes(); first += plan.fragment()) {
      long next = Math.min(first + plan.fragment(), plan.bytes());
      step(
          text,
          "fragment: " + first + "-" + (next - 1),
          "BITS-SRV-FRAGMENT-001: {status: 200, received-range: " + next + "}");
    }
    step(text, "close-session:", "BITS-SRV-CLOSE-001: {status: 200}");
    if (look) {
      step(text, "stored:", "BITS-SRV-CLOSE-002: {content: file}");
    }
    return text.toString();
  }

  private static void step(StringBuilder text, String action, String expectation) {
    text.append("    - ").append(action).append('\n');
    text.append("      expect: {").append(expectation).append("}\n");
  }
}
