package org.bitstck.engine.client;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
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
import org.bitstck.judge.client.ClientJudge;
import org.bitstck.judge.client.ClientRuleJudge;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver;
import org.bitstck.play.client.Recording;
import org.bitstck.requirement.Peer;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.client.ClientRule;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.library.Library;

/** Tests a client: one plain upload, then the plan, then the result. */
public final class ClientRun implements SubjectRun {
  /** Threads cost little while they wait, and a client that hangs makes many wait. */
  private static final int WAITING = 48;

  private final Library library;
  private final List<Scenario> scenarios;
  private final ClientDriver driver;
  private final String driven;
  private final RunOptions options;
  private final List<ClientRule> rules;
  private final ClientPlay play;
  private final Instant startedAt = Instant.now();
  private final AtomicInteger preflights = new AtomicInteger();
  private volatile Optional<String> broken = Optional.empty();
  private volatile Suite suite;
  private volatile ClientPerformer performer;

  /**
   * @param scenarios all that could be played, before the selection
   * @param driven how the client is made to upload, in words
   */
  public ClientRun(
      Library library,
      List<Scenario> scenarios,
      ClientDriver driver,
      String driven,
      RunOptions options,
      List<ClientRule> rules,
      ClientPlay play) {
    this.library = library;
    this.scenarios = scenarios;
    this.driver = driver;
    this.driven = driven;
    this.options = options;
    this.rules = List.copyOf(rules);
    this.play = play;
  }

  /**
   * Makes ready: the plain upload, and the plan.
   *
   * @throws SubjectUnreachable if the client sends nothing at all
   */
  @Override
  public Suite open(List<RunListener> listeners) throws SubjectUnreachable {
    if (driver.isDriven()) {
      fly();
    }
    List<Planned> plan =
        options.selection().of(scenarios).stream()
            .map(ClientScenario.class::cast)
            .map(scenario -> new Planned(scenario, skip(scenario)))
            .toList();
    performer =
        new ClientPerformer(
            play,
            new ClientJudge(library.catalogue(), options.profile()),
            judges(),
            driver,
            new Breaker(this::isAlive));
    suite = new Suite(plan, performer, options.slots(), threads(plan.size()), listeners);
    listeners.forEach(listener -> listener.started(plan.size()));
    return suite;
  }

  private List<ClientRuleJudge> judges() {
    return rules.stream()
        .map(rule -> new ClientRuleJudge(rule, library.catalogue(), options.profile()))
        .toList();
  }

  private int threads(int planned) {
    if (!driver.isDriven()) {
      return Math.max(1, planned);
    }
    return options.jobs() == 1 ? 1 : Math.min(driver.atOnce(), Math.max(WAITING, options.jobs()));
  }

  private void fly() throws SubjectUnreachable {
    Recording recording = plainUpload();
    if (recording.requests().isEmpty()) {
      throw new SubjectUnreachable(driver.gone() != null ? driver.gone() : nothingCame(recording));
    }
    broken = PlainUpload.broken(recording);
  }

  private String nothingCame(Recording recording) {
    List<String> strays = play.strays();
    return "nothing of the client came to "
        + play.address()
        + recording.target()
        + (strays.isEmpty() ? "" : ", but elsewhere: " + strays.get(0))
        + "; "
        + PlainUpload.told(recording);
  }

  private Recording plainUpload() {
    int number = preflights.incrementAndGet();
    return play.play(
        PlainUpload.scenario("plain-upload" + (number == 1 ? "" : "-" + number)), Patience.ALONE);
  }

  private boolean isAlive() {
    return !plainUpload().requests().isEmpty();
  }

  private Optional<Planned.Skip> skip(ClientScenario scenario) {
    if (broken.isPresent() && !scenario.tags().contains(Gate.FIRST_CONTACT)) {
      return Optional.of(new Planned.Skip(Verdict.BLOCKED, Gate.reason(broken.get())));
    }
    return ClientApplicability.why(scenario, driver.capabilities())
        .or(() -> play.cannotPlay(scenario))
        .map(why -> new Planned.Skip(Verdict.NOT_APPLICABLE, why));
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
    List<Finding> findings = Gate.gated(suite.findings(), broken);
    List<Planned> plan = suite.plan();
    int planned = (int) plan.stream().filter(p -> p.skip().isEmpty()).count();
    return new RunResult(
        Tested.client(driver.name(), driven),
        options.profile(),
        findings,
        new Tally(library.catalogue().of(Peer.CLIENT), findings),
        incomplete(plan.size(), planned),
        broken.isPresent(),
        List.of(),
        plan.size(),
        planned - performer.silent(),
        startedAt,
        Duration.between(startedAt, Instant.now()),
        options.selection().share(scenarios));
  }

  private Optional<String> incomplete(int all, int planned) {
    return broken
        .map(
            why ->
                "The client did not manage one plain upload, so nothing it does proves anything: "
                    + why)
        .or(
            () ->
                performer.silent() == 0
                    ? Optional.empty()
                    : Optional.of(
                        "Nobody sent anything to the URLs of "
                            + performer.silent()
                            + " of "
                            + planned
                            + " scenarios."))
        .or(() -> Gate.part(options.selection(), all, scenarios.size()));
  }
}
