package org.bitstck.engine.server;

import java.util.Optional;
import java.util.stream.Stream;
import org.bitstck.scenario.server.Hook;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.StoredStep;
import org.bitstck.subject.Directory;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;

/** Whether a subject declares what a scenario needs. */
final class Applicability {
  private Applicability() {}

  /** What is missing; empty if nothing is. */
  static Optional<String> why(ServerScenario scenario, Subject subject) {
    if (scenario.looksAtStoredFiles() && subject.readBack().kind() == ReadBack.Kind.NONE) {
      return Optional.of(
          "stored files cannot be looked at: GET does not show them, and no 'read-back' is"
              + " declared");
    }
    if (scenario.looksOutside() && subject.readBack().kind() != ReadBack.Kind.FOLDER) {
      return Optional.of(
          "what lies outside of the upload folder is seen only where 'read-back' is a folder");
    }
    Optional<String> capability =
        scenario.needs().stream()
            .filter(need -> !subject.capabilities().contains(need))
            .findFirst();
    if (capability.isPresent()) {
      return Optional.of("the capability '" + capability.get() + "' is not declared");
    }
    Optional<Hook> hook =
        scenario.hooks().stream().filter(h -> !subject.hooks().contains(h)).findFirst();
    if (hook.isPresent()) {
      return Optional.of("the subject file has no hook '" + hook.get().word() + "'");
    }
    return directories(scenario)
        .filter(name -> subject.directory(name).isEmpty())
        .findFirst()
        .map(name -> "no directory '" + name + "' is declared")
        .or(() -> whyNobodyIsNotified(scenario, subject));
  }

  private static Optional<String> whyNobodyIsNotified(ServerScenario scenario, Subject subject) {
    return scenario.application().isEmpty()
            || subject
                .directory(scenario.directory())
                .flatMap(directory -> directory.setting(Directory.NOTIFIES))
                .isPresent()
        ? Optional.empty()
        : Optional.of("the scenario runs in a directory that is declared to notify nobody");
  }

  private static Stream<String> directories(ServerScenario scenario) {
    Stream<String> own = Stream.ofNullable(scenario.directory());
    Stream<String> steps =
        scenario.steps().stream()
            .flatMap(
                step ->
                    Stream.ofNullable(
                        step instanceof RequestStep request
                            ? request.directory()
                            : step instanceof StoredStep stored ? stored.directory() : null));
    return Stream.concat(own, steps);
  }
}
