package org.bitstck.prove;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.application.ApplicationRun;
import org.bitstck.play.process.PeerProcess.StartFailed;
import org.bitstck.play.process.Scratch;
import org.bitstck.play.process.SpawnedSubject;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.subject.ApplicationFile;
import org.bitstck.subject.StartSpec;
import org.bitstck.subject.SubjectFile;

/** The reference application, a process for each defect: there are few. */
public final class ApplicationBench implements Bench {
  private final SuiteSettings settings;
  private final List<Scenario> scenarios;
  private final ApplicationFile file;
  private final Map<String, String> variables;

  /**
   * @param file describes the application as the tour has it, and how it is started
   * @param variables of the file that the start itself does not know
   */
  public ApplicationBench(
      SuiteSettings settings, ApplicationFile file, Map<String, String> variables) {
    this.settings = settings;
    this.scenarios = settings.scenarios(Role.SERVER_APPLICATION);
    this.file = file;
    this.variables = Map.copyOf(variables);
  }

  @Override
  public Peer peer() {
    return Peer.APPLICATION;
  }

  @Override
  public RunResult play(Profile profile, Defect defect) throws Unplayable {
    try (SpawnedSubject spawned =
        SpawnedSubject.start(
            Role.SERVER_APPLICATION.peer(), with(defect), variables, Scratch::inMemory)) {
      return new ApplicationRun(
              settings.library(),
              scenarios,
              file.at(spawned.subject().url(), spawned::fill),
              settings.options(profile),
              null)
          .run(List.of());
    } catch (StartFailed | SubjectUnreachable e) {
      throw new Unplayable(e.getMessage());
    }
  }

  private SubjectFile with(Defect defect) {
    SubjectFile peer = file.peer();
    if (defect == null) {
      return peer;
    }
    StartSpec start = peer.spawn().orElseThrow();
    List<String> command = new ArrayList<>(start.command());
    command.addAll(List.of("--defect", defect.id()));
    return new SubjectFile(
        peer.name(),
        peer.url(),
        new StartSpec(
            command,
            start.folder(),
            start.environment(),
            start.files(),
            start.readyLine(),
            start.readyUrl(),
            start.within()),
        peer.directories(),
        peer.capabilities(),
        peer.hooks(),
        peer.httpReadBack(),
        peer.folderReadBack(),
        peer.base(),
        peer.access(),
        peer.tls());
  }

  @Override
  public void close() {
    // each run ends its process
  }
}
