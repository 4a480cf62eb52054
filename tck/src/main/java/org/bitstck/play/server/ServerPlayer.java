package org.bitstck.play.server;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.play.Patience;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Transport;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.server.application.ServerApplication;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;
import org.bitstck.subject.Directory;
import org.bitstck.subject.Subject;

/**
 * Plays scenarios against a server and records what happens. It judges nothing; it only stops where
 * going on makes no sense.
 */
public final class ServerPlayer {
  private final Subject subject;
  private final Transport transport;
  private final Traits traits;
  private final String run;
  private final Applications applications;
  private final SubjectControl control;

  /**
   * @param run name of the run, part of each destination's name
   * @param applications where the kit plays the server application
   * @param control restarts the subject and runs its hooks
   */
  public ServerPlayer(
      Subject subject,
      Transport transport,
      Traits traits,
      String run,
      Applications applications,
      SubjectControl control) {
    this.subject = subject;
    this.transport = transport;
    this.traits = traits;
    this.run = run;
    this.applications = applications;
    this.control = control;
  }

  /** Plays one scenario; may be called by several threads. */
  public Played play(ServerScenario scenario, Patience patience) {
    long start = System.nanoTime();
    AtomicInteger exchanges = new AtomicInteger();
    Optional<ServerApplication> application = application(scenario);
    String at = application.map(ServerApplication::authority).orElse(null);
    Stage stage = new Stage(scenario, subject, traits, run, at);
    try (Connections connections =
            new Connections(transport, stage.destinations().endpoint(), start, patience);
        ApplicationRole role =
            ApplicationRole.of(scenario, stage, application, exchanges::incrementAndGet, start)) {
      RequestSender sender =
          new RequestSender(stage, connections, transport, exchanges::incrementAndGet);
      Performance performance = new Performance(stage, sender, role, control, subject, patience);
      Played.Stop stop = null;
      for (Step step : scenario.steps()) {
        stop = performance.play(step);
        if (stop != null) {
          break;
        }
      }
      return new Played(
          scenario,
          performance.records(),
          stop,
          stage.files(),
          role.notifications(),
          performance.isLate(),
          Duration.ofNanos(System.nanoTime() - start));
    }
  }

  /** Where the kit is the server application of a scenario's directory. */
  private Optional<ServerApplication> application(ServerScenario scenario) {
    return scenario.application().isEmpty()
        ? Optional.empty()
        : subject
            .directory(scenario.directory())
            .flatMap(directory -> directory.setting(Directory.NOTIFIES))
            .flatMap(applications::at);
  }
}
