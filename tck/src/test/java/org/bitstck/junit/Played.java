package org.bitstck.junit;

import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;
import org.junit.platform.testkit.engine.Events;

/** A test class of somebody's project, run by JUnit Jupiter as it is there. */
final class Played {
  private final EngineExecutionResults results;

  private Played(EngineExecutionResults results) {
    this.results = results;
  }

  /**
   * Runs it.
   *
   * @param parameters as given by {@code -D}
   */
  static Played of(Class<?> test, Map<String, String> parameters) {
    return new Played(
        EngineTestKit.engine("junit-jupiter")
            .selectors(selectClass(test))
            .configurationParameters(parameters)
            .configurationParameter("junit.jupiter.execution.parallel.enabled", "false")
            .enableImplicitConfigurationParameters(false)
            .execute());
  }

  static Played of(Class<?> test) {
    return of(test, Map.of());
  }

  Events tests() {
    return results.testEvents();
  }

  /** Names and messages of the tests that ended so. */
  Map<String, String> ended(TestExecutionResult.Status status) {
    return tests()
        .finished()
        .filter(event -> result(event).getStatus() == status)
        .collect(
            Collectors.toMap(event -> event.getTestDescriptor().getDisplayName(), Played::message));
  }

  /** Display names of all tests in their order. */
  List<String> names() {
    return tests().started().map(event -> event.getTestDescriptor().getDisplayName()).toList();
  }

  /** The messages of containers that failed: what is said instead of tests. */
  List<String> containerFailures() {
    return results
        .containerEvents()
        .finished()
        .filter(event -> result(event).getStatus() == TestExecutionResult.Status.FAILED)
        .map(Played::message)
        .toList();
  }

  /** Report entries of tests. */
  List<String> reported() {
    return tests()
        .reportingEntryPublished()
        .map(
            event ->
                event.getRequiredPayload(org.junit.platform.engine.reporting.ReportEntry.class))
        .map(entry -> entry.getKeyValuePairs().get("bits-tck"))
        .filter(Predicate.not(java.util.Objects::isNull))
        .toList();
  }

  private static TestExecutionResult result(Event event) {
    return event.getRequiredPayload(TestExecutionResult.class);
  }

  private static String message(Event event) {
    return result(event).getThrowable().map(t -> String.valueOf(t.getMessage())).orElse("");
  }
}
