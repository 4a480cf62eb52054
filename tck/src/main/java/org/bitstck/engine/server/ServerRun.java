package org.bitstck.engine.server;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
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
import org.bitstck.engine.Slots;
import org.bitstck.engine.SubjectRun;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.Suite;
import org.bitstck.engine.Tested;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.server.RuleJudges;
import org.bitstck.judge.server.ScenarioJudge;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;
import org.bitstck.play.server.Preflight;
import org.bitstck.play.server.ServerPlayer;
import org.bitstck.play.server.application.Applications;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;

/** Tests a server: preflight, plan, play, result. */
public final class ServerRun implements SubjectRun {
  /** Threads cost little while they wait, and a silent server makes many wait. */
  private static final int WAITING = 48;

  private final Library library;
  private final List<Scenario> scenarios;
  private final Subject subject;
  private final RunOptions options;
  private final Transport transport;
  private final Tls tls;
  private final Applications applications;
  private final SubjectControl control;
  private final String name;
  private volatile Suite suite;
  private final Instant startedAt = Instant.now();
  private volatile Preflight.Result preflight;

  /**
   * @param scenarios all that could be played, before the selection
   * @param tls for https; null where the subject has none
   * @param applications where the kit plays the server application
   * @param control restarts the subject and runs its hooks
   */
  public ServerRun(
      Library library,
      List<Scenario> scenarios,
      Subject subject,
      RunOptions options,
      Transport transport,
      Tls tls,
      Applications applications,
      SubjectControl control) {
    this.library = library;
    this.scenarios = scenarios;
    this.subject = subject;
    this.options = options;
    this.transport = transport;
    this.tls = tls;
    this.applications = applications;
    this.control = control;
    byte[] id = new byte[4];
    ThreadLocalRandom.current().nextBytes(id);
    this.name = HexFormat.of().formatHex(id);
  }

  /**
   * Makes ready: the preflight, and the plan.
   *
   * @throws SubjectUnreachable if no connection can be made at all
   */
  @Override
  public Suite open(List<RunListener> listeners) throws SubjectUnreachable {
    preflight = new Preflight(subject, options.limits(), tls, name).fly();
    if (preflight.unreachable().isPresent()) {
      throw new SubjectUnreachable(
          "cannot connect to " + subject.url() + ": " + preflight.unreachable().get());
    }
    Subject known = withReadBack(preflight.readBack());
    List<Planned> plan = options.selection().of(scenarios).stream().map(this::planned).toList();
    RuleJudges rules =
        new RuleJudges(library.rules(Role.SERVER), library.catalogue(), options.profile());
    boolean alone = preflight.traits().oneConnection();
    suite =
        new Suite(
            plan,
            new ServerPerformer(
                new ServerPlayer(known, transport, preflight.traits(), name, applications, control),
                new ScenarioJudge(library.catalogue(), options.profile()),
                rules,
                new Breaker(() -> isAlive(known))),
            alone ? new Slots(1) : options.slots(),
            alone || options.jobs() == 1 ? 1 : Math.max(WAITING, options.jobs()),
            listeners);
    warmUp(known);
    listeners.forEach(listener -> listener.started(plan.size()));
    return suite;
  }

  @Override
  public void cancel() {
    Suite current = suite;
    if (current != null) {
      current.cancel();
    }
  }

  /** A transport may load a whole HTTP stack at its first word; no scenario shall wait for that. */
  private void warmUp(Subject known) {
    Endpoint endpoint = Endpoint.of(known.url());
    Headers headers =
        new Headers(
            List.of(
                new Header("Host", endpoint.authority()), new Header(Bits.CONTENT_LENGTH, "0")));
    Request get = Request.of("GET", known.url().getRawPath(), headers, new byte[0]);
    try (Connection connection =
        transport.connect(endpoint, 1, System.nanoTime(), Patience.ALONE)) {
      connection.exchange(1, get, Sending.USUAL);
    }
  }

  private Planned planned(Scenario scenario) {
    return new Planned(scenario, skip(scenario));
  }

  private Optional<Planned.Skip> skip(Scenario scenario) {
    if (preflight.broken().isPresent() && !scenario.tags().contains(Gate.FIRST_CONTACT)) {
      return skip(Verdict.BLOCKED, Gate.reason(preflight.broken().get()));
    }
    return Applicability.why((ServerScenario) scenario, withReadBack(preflight.readBack()))
        .flatMap(why -> skip(Verdict.NOT_APPLICABLE, why));
  }

  private static Optional<Planned.Skip> skip(Verdict verdict, String reason) {
    return Optional.of(new Planned.Skip(verdict, reason));
  }

  private boolean isAlive(Subject known) {
    Preflight.Result now = new Preflight(known, options.limits(), tls, name).fly();
    return now.unreachable().isEmpty() && now.broken().isEmpty();
  }

  private Subject withReadBack(ReadBack readBack) {
    return subject.with(readBack);
  }

  @Override
  public RunResult result() {
    List<Finding> findings = Gate.gated(suite.findings(), preflight.broken());
    List<Planned> plan = suite.plan();
    return new RunResult(
        Tested.of(subject),
        options.profile(),
        findings,
        new Tally(library.catalogue().of(Peer.SERVER), findings),
        incomplete(plan.size()),
        preflight.broken().isPresent(),
        notes(),
        plan.size(),
        (int) plan.stream().filter(planned -> planned.skip().isEmpty()).count(),
        startedAt,
        Duration.between(startedAt, Instant.now()),
        options.selection().share(scenarios));
  }

  private List<String> notes() {
    List<String> notes = new ArrayList<>(preflight.notes());
    applications.strays().stream()
        .map(
            what -> "the server application was sent something about no upload of the kit: " + what)
        .forEach(notes::add);
    return List.copyOf(notes);
  }

  private Optional<String> incomplete(int planned) {
    return preflight
        .broken()
        .map(
            why ->
                "The server did not take one plain upload, so nothing it does proves anything: "
                    + why)
        .or(() -> Gate.part(options.selection(), planned, scenarios.size()));
  }
}
