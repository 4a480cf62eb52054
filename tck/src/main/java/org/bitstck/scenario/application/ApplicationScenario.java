package org.bitstck.scenario.application;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.application.ApplicationStep.Effects;
import org.bitstck.scenario.application.ApplicationStep.Notify;
import org.bitstck.yaml.Place;

/**
 * What a server application is told, and what is legal for it to do.
 *
 * @param name within the topic; for one row of a table with the row's name in brackets
 * @param needs what the application has to declare
 * @param files by name; always has {@link FileSpec#MAIN}
 */
public record ApplicationScenario(
    String topic,
    String name,
    String title,
    Set<String> needs,
    Set<String> tags,
    Map<String, FileSpec> files,
    List<ApplicationStep> steps,
    Place at)
    implements Scenario {

  @Override
  public List<Expectation> expectations() {
    return steps.stream().flatMap(step -> step.expectations().stream()).toList();
  }

  @Override
  public boolean needsSubjectAlone() {
    return tags.contains("alone");
  }

  /** One that waits for the limit of time is begun first. */
  @Override
  public boolean pauses() {
    return steps.stream().anyMatch(step -> step instanceof Notify told && told.untilLimit());
  }

  /** Whether it takes a folder that the application and the kit share. */
  public boolean sharesFiles() {
    return steps.stream().anyMatch(step -> step instanceof Notify told && told.byReference());
  }

  public boolean looksAtEffects() {
    return steps.stream().anyMatch(Effects.class::isInstance);
  }
}
