package org.bitstck.engine.application;

import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.bitstck.engine.Breaker;
import org.bitstck.engine.Gate;
import org.bitstck.engine.Planned;
import org.bitstck.engine.RunListener;
import org.bitstck.engine.RunOptions;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.Suite;
import org.bitstck.engine.Tested;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.application.ApplicationJudge;
import org.bitstck.play.Tls;
import org.bitstck.play.application.ApplicationPlayer;
import org.bitstck.play.application.ApplicationPreflight;
import org.bitstck.requirement.Peer;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.application.ApplicationScenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.subject.Application;

/** Tests a server application: two plain notifications, then the plan, then the result. */
public final class ApplicationRun implements SubjectRun {
  private static final int WAITING = 16;

  private final Library library;
  private final List<Scenario> scenarios;
  private final Application application;
  private final RunOptions options;
  private final Tls tls;
  private final String name;
  private final Instant startedAt = Instant.now();
  private ApplicationPreflight flight;
  private ApplicationPlayer player;
  private volatile Suite suite;
  private volatile ApplicationPreflight.Result preflight;

  /**
   * @param scenarios all that could be played, before the selection
   * @param tls for https; null where no URL is one
   */
  public ApplicationRun(
      Library library,
      List<Scenario> scenarios,
      Application application,
      RunOptions options,
      Tls tls) {
    this.library = library;
    this.scenarios = scenarios;
    this.application = application;
    this.options = options;
    this.tls = tls;
    byte[] id = new byte[4];
    ThreadLocalRandom.current().nextBytes(id);
    this.name = HexFormat.of().formatHex(id);
  }

  @Override
  public RunResult run(List<RunListener> listeners) throws SubjectUnreachable {
    try {
      return SubjectRun.super.run(listeners);
    } finally {
      if (player != null) {
        player.close();
      }
      flight.close();
    }
  }

  @Override
  public Suite open(List<RunListener> listeners) throws SubjectUnreachable {
    flight = preflight(application);
    preflight = flight.fly();
    if (preflight.unreachable().isPresent()) {
      throw new SubjectUnreachable(
          "cannot connect to " + application.url() + ": " + preflight.unreachable().get());
    }
    Application known = preflight.application();
    player = new ApplicationPlayer(known, options.limits(), tls, name);
    List<Planned> plan =
        options.selection().of(scenarios).stream()
            .map(scenario -> new Planned(scenario, skip(scenario, known)))
            .toList();
    suite =
        new Suite(
            plan,
            new ApplicationPerformer(
                player,
                new ApplicationJudge(library.catalogue(), options.profile()),
                new Breaker(() -> isAlive(known))),
            options.slots(),
            options.jobs() == 1 ? 1 : Math.max(WAITING, options.jobs()),
            listeners);
    listeners.forEach(listener -> listener.started(plan.size()));
    return suite;
  }

  private ApplicationPreflight preflight(Application whom) {
    return new ApplicationPreflight(whom, options.limits(), tls, name);
  }

  private boolean isAlive(Application known) {
    try (ApplicationPreflight flight = preflight(known)) {
      ApplicationPreflight.Result now = flight.fly();
      return now.unreachable().isEmpty() && now.broken().isEmpty();
    }
  }

  private Optional<Planned.Skip> skip(Scenario scenario, Application known) {
    if (preflight.broken().isPresent() && !scenario.tags().contains(Gate.FIRST_CONTACT)) {
      return Optional.of(new Planned.Skip(Verdict.BLOCKED, reason(preflight.broken().get())));
    }
    return ApplicationApplicability.why((ApplicationScenario) scenario, known)
        .map(why -> new Planned.Skip(Verdict.NOT_APPLICABLE, why));
  }

  private static String reason(String broken) {
    return "no plain notification is taken: " + broken;
  }

  @Override
  public void cancel() {
    Suite current = suite;
    if (current != null) {
      current.cancel();
    }
  }

  @Override
  public RunResult result() {
    List<Finding> findings =
        Gate.gatedBy(suite.findings(), preflight.broken().map(ApplicationRun::reason));
    List<Planned> plan = suite.plan();
    return new RunResult(
        Tested.of(application),
        options.profile(),
        findings,
        new Tally(library.catalogue().of(Peer.APPLICATION), findings),
        incomplete(plan.size()),
        preflight.broken().isPresent(),
        preflight.notes(),
        plan.size(),
        (int) plan.stream().filter(planned -> planned.skip().isEmpty()).count(),
        startedAt,
        Duration.between(startedAt, Instant.now()),
        options.selection().share(scenarios));
  }

  private Optional<String> incomplete(int planned) {
    return preflight
        .broken()
        .map(
            why ->
                "The application did not take one plain notification, so nothing it does proves"
                    + " anything: "
                    + why
                    + ". Its answer is waited for "
                    + options.limits().answer().toSeconds()
                    + " s (--timeout).")
        .or(() -> Gate.part(options.selection(), planned, scenarios.size()));
  }
}
