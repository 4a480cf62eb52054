package org.bitstck.engine.application;

import java.util.Optional;
import java.util.stream.Stream;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.application.ApplicationStep.Notify;
import org.bitstck.scenario.application.ApplicationWords;
import org.bitstck.subject.Application;

/** Whether a server application declares what a scenario needs. */
final class ApplicationApplicability {
  private ApplicationApplicability() {}

  /** What is missing; empty if nothing is. */
  static Optional<String> why(ApplicationScenario scenario, Application application) {
    if (scenario.sharesFiles() && application.files() == null) {
      return Optional.of("no folder is known that the application and the kit share: 'files'");
    }
    if (scenario.looksAtEffects() && application.journal() == null) {
      return Optional.of("effects cannot be looked at: no 'journal' is declared");
    }
    Optional<String> endpoint =
        endpoints(scenario).filter(word -> application.target(word).isEmpty()).findFirst();
    if (endpoint.isPresent()) {
      return Optional.of("no endpoint '" + endpoint.get() + "' is declared");
    }
    for (String need : scenario.needs()) {
      if (need.equals(ApplicationWords.REPLY) && !application.reply().isAny()) {
        return Optional.of("no 'reply' is declared");
      }
      if (!need.equals(ApplicationWords.REPLY) && !application.capabilities().contains(need)) {
        return Optional.of("the capability '" + need + "' is not declared");
      }
    }
    return Optional.empty();
  }

  private static Stream<String> endpoints(ApplicationScenario scenario) {
    return scenario.steps().stream()
        .flatMap(step -> Stream.ofNullable(step instanceof Notify told ? told.endpoint() : null));
  }
}
