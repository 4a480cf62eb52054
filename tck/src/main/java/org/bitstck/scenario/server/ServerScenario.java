package org.bitstck.scenario.server;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.FileSpec;
import org.bitstck.scenario.Scenario;
import org.bitstck.yaml.Place;

/**
 * An exchange of packets with a server, and what is legal in it.
 *
 * @param name within the topic; for one row of a table with the row's name in brackets
 * @param needs capabilities that the subject has to declare
 * @param directory the part of the subject that it runs in; null means the plain one
 * @param application what the kit answers as server application, in order; empty if it is none
 * @param files by name; always has {@link FileSpec#MAIN}
 */
public record ServerScenario(
    String topic,
    String name,
    String title,
    Set<String> needs,
    Set<String> tags,
    String directory,
    Map<String, FileSpec> files,
    List<ApplicationAnswer> application,
    List<Step> steps,
    Place at)
    implements Scenario {
  /** The tag of a scenario that could disturb others. */
  private static final String ALONE = "alone";

  @Override
  public List<Expectation> expectations() {
    return steps.stream().flatMap(step -> step.expectations().stream()).toList();
  }

  @Override
  public boolean needsSubjectAlone() {
    return tags.contains(ALONE)
        || !hooks().isEmpty()
        || steps.stream()
            .anyMatch(step -> step instanceof Step.Restart || step instanceof Step.Application);
  }

  /** Commands of the subject file that it runs. */
  public Set<Hook> hooks() {
    Set<Hook> hooks = EnumSet.noneOf(Hook.class);
    for (Step step : steps) {
      if (step instanceof Step.RunHook run) {
        hooks.add(run.hook());
      }
    }
    return hooks;
  }

  @Override
  public boolean pauses() {
    return steps.stream().anyMatch(Step.Pause.class::isInstance)
        || application.stream().anyMatch(answer -> answer.wire().kind().takesTime());
  }

  /** True if it looks for files outside of the upload folder. */
  public boolean looksOutside() {
    return steps.stream().anyMatch(step -> step instanceof StoredStep s && s.outside());
  }

  public boolean looksAtStoredFiles() {
    return steps.stream().anyMatch(StoredStep.class::isInstance);
  }
}
