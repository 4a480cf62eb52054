package org.bitstck.load;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.bitstck.engine.RunResult;
import org.bitstck.engine.SubjectUnreachable;
import org.bitstck.engine.Tested;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Response;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.judge.Watch;
import org.bitstck.judge.server.RuleJudges;
import org.bitstck.judge.server.ScenarioJudge;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;
import org.bitstck.play.server.Played;
import org.bitstck.play.server.Preflight;
import org.bitstck.play.server.ServerPlayer;
import org.bitstck.play.server.StepRecord;
import org.bitstck.play.server.application.Applications;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.library.Library;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;
import org.bitstck.yaml.Place;

/** Uploads through a server under test, many at once, within limits of time and rate. */
public final class LoadRun {
  private static final String UNIQUE = "BITS-SRV-CREATE-003";

  /** So many rounds of uploads without any answer, and the server is gone. */
  private static final int SILENT_ROUNDS = 3;

  private final Library library;
  private final Profile profile;
  private final Subject subject;
  private final Limits limits;
  private final Transport transport;
  private final Tls tls;
  private final LoadPlan plan;
  private final String name;
  private final Gathered gathered = new Gathered();
  private final Map<PacketKind, AckTimes> times = new EnumMap<>(PacketKind.class);
  private final GivenSessions sessions = new GivenSessions();
  private final AtomicInteger silent = new AtomicInteger();
  private volatile Pace pace;
  private volatile boolean cancelled;

  /**
   * @param tls for https; null where the subject has none
   */
  public LoadRun(
      Library library,
      Profile profile,
      Subject subject,
      Limits limits,
      Transport transport,
      Tls tls,
      LoadPlan plan) {
    this.library = library;
    this.profile = profile;
    this.subject = subject;
    this.limits = limits;
    this.transport = transport;
    this.tls = tls;
    this.plan = plan;
    byte[] id = new byte[4];
    ThreadLocalRandom.current().nextBytes(id);
    this.name = HexFormat.of().formatHex(id);
    for (PacketKind kind : PacketKind.values()) {
      times.put(kind, new AckTimes());
    }
  }

  /**
   * Makes the uploads; returns when the last one has ended.
   *
   * @throws SubjectUnreachable if no connection can be made, or no plain upload is possible
   */
  public LoadResult run() throws SubjectUnreachable {
    Instant startedAt = Instant.now();
    Preflight.Result preflight = new Preflight(subject, limits, tls, name).fly();
    Optional<String> why = preflight.unreachable().or(preflight::broken);
    if (why.isPresent()) {
      throw new SubjectUnreachable("no plain upload to " + subject.url() + ": " + why.get());
    }
    Subject known = subject.with(preflight.readBack());
    ServerScenario upload =
        LoadScenario.of(
            plan, preflight.readBack().kind() != ReadBack.Kind.NONE, library.catalogue());
    RuleJudges rules = new RuleJudges(library.rules(Role.SERVER), library.catalogue(), profile);
    long start = System.nanoTime();
    pace = new Pace(plan);
    if (cancelled) {
      pace.end();
    }
    try (Applications nobody = new Applications()) {
      play(
          number ->
              new ServerPlayer(
                      known,
                      transport,
                      preflight.traits(),
                      name + "-" + number,
                      nobody,
                      SubjectControl.NONE)
                  .play(upload, Patience.ALONE),
          rules);
    }
    Duration time = Duration.ofNanos(System.nanoTime() - start);
    List<Finding> findings = new ArrayList<>(gathered.findings());
    rules.all().stream().map(Watch::finding).filter(f -> f != null).forEach(findings::add);
    return result(findings, preflight.notes(), startedAt, time);
  }

  /** Plays an upload of its own. */
  private interface Uploader {
    Played upload(int number);
  }

  private void play(Uploader uploader, RuleJudges rules) {
    ScenarioJudge judge = new ScenarioJudge(library.catalogue(), profile);
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < Math.min(plan.sessions(), plan.uploads()); i++) {
      Thread thread =
          new Thread(
              () -> {
                for (int next = pace.next(); next >= 0; next = pace.next()) {
                  long begun = System.nanoTime();
                  Played played = uploader.upload(next);
                  rules.judge(played);
                  watch(played);
                  judge(played, judge.judge(played), begun);
                }
              },
              "upload " + (i + 1));
      threads.add(thread);
      thread.start();
    }
    for (Thread thread : threads) {
      try {
        thread.join();
      } catch (InterruptedException e) {
        cancel();
        Thread.currentThread().interrupt();
      }
    }
  }

  /** Keeps the times, and ends a run whose server is gone. */
  private void watch(Played played) {
    boolean answered = false;
    for (StepRecord record : played.steps()) {
      for (Exchange exchange : record.exchanges()) {
        if (exchange.response() != null) {
          answered = true;
          if (record.step() instanceof RequestStep step && step.kind().isPresent()) {
            times.get(step.kind().get()).add(exchange.timing().total());
          }
        }
      }
    }
    if (answered) {
      silent.set(0);
    } else if (silent.incrementAndGet() >= SILENT_ROUNDS * plan.sessions()) {
      pace.end();
    }
  }

  private void judge(Played played, List<Finding> findings, long begun) {
    Exchange create = played.exchanges().get(0);
    Response ack = create.response();
    if (ack != null && !ack.isSuccess()) {
      gathered.addRefused("CREATE-SESSION was refused: " + create.outcome());
      return;
    }
    List<Finding> all = new ArrayList<>(findings);
    Optional<String> id = ack == null ? Optional.empty() : AckReading.sessionId(ack);
    long given = begun + TimeUnit.MICROSECONDS.toNanos(create.timing().done());
    if (id.isPresent() && sessions.isDouble(id.get(), given, System.nanoTime())) {
      all.add(twice(id.get(), played));
    }
    gathered.add(all);
    Optional<Finding> bad = all.stream().filter(f -> f.verdict().isBad()).findFirst();
    if (played.stop() != null) {
      gathered.addBroken(played.stop().reason());
    } else if (bad.isPresent()) {
      gathered.addBroken(bad.get().requirement().id() + ": " + bad.get().observed());
    } else {
      gathered.addWhole();
    }
  }

  private Finding twice(String id, Played played) {
    Requirement requirement = library.catalogue().find(UNIQUE).orElseThrow();
    return new Finding(
        requirement,
        requirement.level(profile),
        played.scenario().topic(),
        played.scenario().name(),
        played.scenario().title(),
        Verdict.FAIL,
        "an id that no other open session has",
        "the id " + id + " of another upload that was under way",
        Place.nowhere(),
        List.of(1),
        played.exchanges(),
        played.asides(),
        played.duration().toMillis());
  }

  private LoadResult result(
      List<Finding> findings, List<String> notes, Instant startedAt, Duration time) {
    int begun = gathered.whole() + gathered.refused() + gathered.broken();
    RunResult result =
        new RunResult(
            Tested.of(subject),
            profile,
            findings,
            new Tally(library.catalogue().of(Peer.SERVER), findings),
            Optional.of("Nothing but plain uploads was played, many at once."),
            gathered.whole() == 0,
            notes,
            begun,
            begun,
            startedAt,
            Duration.between(startedAt, Instant.now()));
    List<LoadResult.Times> acks = new ArrayList<>();
    times.forEach((kind, ack) -> acks.add(ack.times(kind.token())));
    acks.removeIf(ack -> ack.count() == 0);
    return new LoadResult(
        result,
        plan,
        gathered.whole(),
        gathered.refused(),
        gathered.broken(),
        gathered.reasons(),
        acks,
        time,
        name);
  }

  /** No more uploads begin; those under way are ended as they should be. */
  public void cancel() {
    cancelled = true;
    Pace current = pace;
    if (current != null) {
      current.end();
    }
  }
}
