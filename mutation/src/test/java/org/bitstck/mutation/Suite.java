package org.bitstck.mutation;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.Scenario;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.params.provider.Arguments;

/** The suite as PIT sees it: each topic is a test, in each profile. */
final class Suite {
  static final Library LIBRARY = Library.bundled();

  /** Scenarios that work at once: most of them wait for the other side. */
  private static final int JOBS = 4;

  private static final String PROFILES = "mutants.profiles";

  /** An error of the kit's own is no merit of a scenario. */
  private static final Set<Verdict> NOTICED =
      EnumSet.of(Verdict.FAIL, Verdict.SUBJECT_ERROR, Verdict.BLOCKED, Verdict.WARN);

  /** Plays a topic once. */
  @FunctionalInterface
  interface Play {
    RunResult once() throws Exception;
  }

  private Suite() {}

  /** Every topic in every profile that is asked for; all of them where nothing is. */
  static Stream<Arguments> topics(Role role) {
    List<String> topics =
        LIBRARY.scenarios(role).stream().map(Scenario::topic).distinct().sorted().toList();
    return profiles()
        .flatMap(profile -> topics.stream().map(topic -> Arguments.of(profile, topic)));
  }

  private static Stream<Profile> profiles() {
    String wanted = System.getProperty(PROFILES, "");
    return wanted.isEmpty()
        ? Arrays.stream(Profile.values())
        : Arrays.stream(wanted.split(",")).map(Profile::of);
  }

  static RunOptions options(Profile profile, String topic) {
    return new RunOptions(profile, new Selection(List.of(topic), List.of()), JOBS, Limits.DEFAULT);
  }

  /**
   * Fails if the suite notices anything: a correct peer gets neither errors nor warnings. What
   * comes only once of two times was the machine and not the mutant.
   */
  static void assertNothingNoticed(Play play) throws Exception {
    Set<String> noticed = noticed(play.once());
    if (noticed.isEmpty()) {
      return;
    }
    noticed.retainAll(noticed(play.once()));
    if (!noticed.isEmpty()) {
      Assertions.fail(noticed.stream().collect(Collectors.joining("\n")));
    }
  }

  private static Set<String> noticed(RunResult result) {
    Set<String> noticed = new TreeSet<>();
    if (result.subjectBroken()) {
      noticed.add(result.incomplete().orElse("the subject is broken"));
    }
    for (Finding finding : result.findings()) {
      if (NOTICED.contains(finding.verdict())) {
        noticed.add(finding.verdict() + " " + finding.requirement().id());
      }
    }
    return noticed;
  }
}
