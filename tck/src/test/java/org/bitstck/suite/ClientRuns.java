package org.bitstck.suite;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.Selection;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.client.ClientRun;
import org.bitstck.play.Limits;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.ClientPlayer;
import org.bitstck.play.client.ScriptedServer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;

/** Plays the whole suite against a client of this test tree, through the kit's public API. */
final class ClientRuns {
  private static final Library LIBRARY = Library.bundled();
  private static final List<Scenario> SCENARIOS = LIBRARY.scenarios(Role.CLIENT);

  /** Scenarios that work at once: most of them wait for a timer, or for the other side. */
  private static final int JOBS = 8;

  private ClientRuns() {}

  static RunResult of(ClientDriver client) {
    return of(client, Profile.INTEROP, Runs.PATIENT);
  }

  /**
   * @param patience how long the kit waits for the client's next step
   */
  static RunResult of(ClientDriver client, Profile profile, Duration patience) {
    return heard(client, profile, patience, ScriptedServer::direct);
  }

  /** The same with WireMock, which takes twice the time. */
  static RunResult withWireMock(ClientDriver client, Profile profile) {
    return heard(client, profile, Runs.PATIENT, ScriptedServer::open);
  }

  private static RunResult heard(
      ClientDriver client, Profile profile, Duration patience, Opening opening) {
    try {
      return run(client, profile, patience, opening);
    } catch (SubjectUnreachable e) {
      throw new AssertionError(e);
    }
  }

  /**
   * @throws SubjectUnreachable if the client sends nothing at all
   */
  static RunResult run(ClientDriver client, Profile profile, Duration patience)
      throws SubjectUnreachable {
    return run(client, profile, patience, ScriptedServer::direct);
  }

  private interface Opening {
    ScriptedServer open(Limits limits) throws IOException;
  }

  private static RunResult run(
      ClientDriver client, Profile profile, Duration patience, Opening opening)
      throws SubjectUnreachable {
    Limits limits = Limits.DEFAULT.withAnswer(patience);
    Path folder = folder();
    try (client;
        ScriptedServer server = opening.open(limits)) {
      ClientPlayer player = new ClientPlayer(server, client, folder, limits, "test");
      return new ClientRun(
              LIBRARY,
              SCENARIOS,
              client,
              "in this process",
              new RunOptions(profile, new Selection(List.of(), List.of()), JOBS, limits),
              LIBRARY.clientRules(),
              player::play)
          .run(List.of());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      delete(folder);
    }
  }

  /** In memory where the system offers that: there are tens of thousands of small files. */
  private static Path folder() {
    Path memory = Path.of("/dev/shm");
    try {
      return Files.isWritable(memory)
          ? Files.createTempDirectory(memory, "bits-tck-clients")
          : Files.createTempDirectory("bits-tck-clients");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void delete(Path folder) {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
