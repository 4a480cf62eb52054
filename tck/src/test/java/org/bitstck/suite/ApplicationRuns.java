package org.bitstck.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.application.ApplicationRun;
import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Access;
import org.bitstck.subject.Application;
import org.bitstck.subject.DeclaredReply;
import org.bitstck.subject.SharedFolder;

/** Plays the whole suite with a server application of this test tree. */
final class ApplicationRuns {
  private static final Library LIBRARY = Library.bundled();
  private static final List<Scenario> SCENARIOS = LIBRARY.scenarios(Role.SERVER_APPLICATION);

  private ApplicationRuns() {}

  /**
   * Of one that is as a {@code PlainApplication}.
   *
   * @param limit how long it may take to answer
   */
  static RunResult of(URI url, Path journal, Profile profile, Duration limit) {
    Path files = folder();
    try {
      return of(
          new Application(
              "application",
              url,
              Map.of("static-reply", "/static", "copy", "/keep", "refuses", "/busy"),
              Set.of("repeats"),
              Access.OPEN,
              new SharedFolder(files, null),
              journal,
              new DeclaredReply(DeclaredReply.Kind.ECHO, null),
              limit,
              Application.NOWHERE),
          profile,
          Limits.DEFAULT.answer());
    } finally {
      // what a wrong application left there
      for (java.io.File file : files.toFile().listFiles()) {
        file.delete();
      }
      files.toFile().delete();
    }
  }

  /**
   * Of one with all that is known of it.
   *
   * @param answer how long the kit waits for an answer
   */
  static RunResult of(Application application, Profile profile, Duration answer) {
    try {
      return new ApplicationRun(
              LIBRARY,
              SCENARIOS,
              application,
              new RunOptions(
                  profile,
                  new Selection(List.of(), List.of()),
                  4,
                  Limits.DEFAULT.withAnswer(answer)),
              null)
          .run(List.of());
    } catch (SubjectUnreachable e) {
      throw new AssertionError(e);
    }
  }

  private static Path folder() {
    try {
      return Files.createTempDirectory("bits-tck-").toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
