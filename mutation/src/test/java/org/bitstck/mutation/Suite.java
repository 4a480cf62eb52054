package org.bitstck.mutation;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.Selection;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;
import org.bitstck.scenario.library.Library;
import org.junit.jupiter.api.Assertions;

/** The suite as PIT sees it: all scenarios at once are a test, in each profile. */
final class Suite {
  static final Library LIBRARY = Library.bundled();

  /** Scenarios that work at once: most of them wait for the other side. */
  private static final int JOBS = 4;

  private static final String PROFILES = "mutants.profiles";

  /**
   * So often something else may be noticed each time before it is taken for the machine's doing.
   */
  private static final int MOST_PLAYS = 4;

  /** Plays the suite once, against a fresh peer. */
  @FunctionalInterface
  interface Play {
    void once(Notice notice) throws Exception;
  }

  private Suite() {}

  /** Every profile that is asked for; all of them where none is. */
  static Stream<Profile> profiles() {
    String wanted = System.getProperty(PROFILES, "");
    return wanted.isEmpty()
        ? Arrays.stream(Profile.values())
        : Arrays.stream(wanted.split(",")).map(Profile::of);
  }

  static RunOptions options(Profile profile) {
    return new RunOptions(profile, new Selection(List.of(), List.of()), JOBS, Limits.DEFAULT);
  }

  /**
   * Fails if the suite notices anything: a correct peer gets neither errors nor warnings. What
   * comes only once was the machine and not the mutant.
   */
  static void assertNothingNoticed(Profile profile, Play play) throws Exception {
    Set<String> before = new HashSet<>();
    for (int i = 0; i < MOST_PLAYS; i++) {
      Notice notice = new Notice(profile, before);
      play.once(notice);
      if (notice.again().isPresent()) {
        Assertions.fail(notice.again().get());
      }
      if (notice.all().isEmpty()) {
        return;
      }
      before.addAll(notice.all());
    }
  }
}
