package org.bitstck.play.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.play.Connection;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.Transport;
import org.bitstck.play.server.application.Applications;
import org.bitstck.play.server.application.Notification;
import org.bitstck.play.server.application.ServerApplication;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.Variables;
import org.bitstck.scenario.server.Condition.AnswerIs;
import org.bitstck.scenario.server.NotificationClause.CountIs;
import org.bitstck.scenario.server.NotifiedStep;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.ServerScenario;
import org.bitstck.scenario.server.Step;
import org.bitstck.scenario.server.Steps;
import org.bitstck.scenario.server.StoredStep;
import org.bitstck.subject.Directory;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;

/**
 * Plays scenarios against a server and records what happens. It judges nothing; it only stops where
 * going on makes no sense.
 */
public final class ServerPlayer {
  /** A pause of so many times its length is another pause. */
  private static final int LATE = 2;

  private static final int ROUND_TRIPS = 20;
  private static final Duration LEAST_HOLD = Duration.ofSeconds(1);

  /** So long a notification that should have come is waited for. */
  private static final Duration LEAST_NOTICE = Duration.ofMillis(500);

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
    try (Connections connections = new Connections(transport, stage.endpoint(), start, patience);
        ApplicationRole role =
            ApplicationRole.of(scenario, stage, application, exchanges::incrementAndGet, start)) {
      Performance performance =
          new Performance(stage, connections, role, patience, exchanges::incrementAndGet);
      Played.Stop stop = null;
      for (Step step : scenario.steps()) {
        stop = performance.play(step);
        if (stop != null) {
          break;
        }
      }
      return new Played(
          scenario,
          performance.records,
          stop,
          stage.files(),
          role.notifications(),
          performance.late,
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

  /** One playing of one scenario. */
  private final class Performance {
    private final Stage stage;
    private final Connections connections;
    private final ApplicationRole role;
    private final Patience patience;
    private final RequestMaker maker;
    private final List<StepRecord> records = new ArrayList<>();
    private final IntSupplier numbers;
    private boolean lastWentWell = true;
    private boolean late;
    private long slowestMicros;

    Performance(
        Stage stage,
        Connections connections,
        ApplicationRole role,
        Patience patience,
        IntSupplier numbers) {
      this.role = role;
      this.numbers = numbers;
      this.patience = patience;
      this.stage = stage;
      this.connections = connections;
      this.maker = new RequestMaker(stage);
    }

    /** Plays a step; what comes back ends the scenario. */
    Played.Stop play(Step step) {
      if (step instanceof RequestStep request) {
        return send(request);
      }
      if (step instanceof StoredStep stored) {
        look(stored);
      } else if (step instanceof NotifiedStep notified) {
        look(notified);
      } else if (step instanceof Step.Pause pause) {
        pause(stage.number(pause.millis()));
      } else {
        return control(step);
      }
      return null;
    }

    private Played.Stop control(Step step) {
      // a step that only acts has a record as well, so that steps and records go in pairs
      records.add(new StepRecord(step, List.of(), null, null, stage.directory(null)));
      try {
        if (step instanceof Step.RunHook run) {
          control.run(run.hook());
        } else if (step instanceof Step.Application application) {
          role.turn(application.up());
        } else {
          control.restart();
        }
        return null;
      } catch (SubjectControl.Refused e) {
        return new Played.Stop(step, step.label() + ": " + e.getMessage());
      }
    }

    private Played.Stop send(RequestStep step) {
      if (needsSession(step) && stage.session(step.session()).isEmpty()) {
        return new Played.Stop(step, "there is no session, the CREATE-SESSION Ack gave no id");
      }
      if (needsReply(step) && stage.replyUrl().isEmpty()) {
        return new Played.Stop(step, "no reply URL came in BITS-Reply-URL, or none to be read");
      }
      List<Exchange> done = new ArrayList<>();
      Map<String, String> filled = new HashMap<>();
      Directory directory = stage.directory(step.directory());
      records.add(new StepRecord(step, done, null, null, directory, filled));
      if (step.range() != null && step.range().isResume()) {
        long left = stage.file(step.file()).size() - stage.range(step).first();
        if (left <= 0) {
          return left == 0
              ? null
              : new Played.Stop(
                  step, "the offset of the last Ack is " + -left + " bytes behind the file's end");
        }
      }
      Request sample = maker.make(step);
      Optional<String> cannot = transport.cannotSend(sample, sending(step, sample));
      if (cannot.isPresent()) {
        return Played.Stop.inexpressible(step, "this transport has no say here: " + cannot.get());
      }
      long times = stage.number(step.repeat());
      for (long i = 0; i < times; i++) {
        Exchange exchange = exchange(step);
        done.add(exchange);
        exchange.answer().ifPresent(response -> stage.learn(step, response));
        filled.putAll(stage.filled(step.expectations(), step));
        if (role.trouble() != null) {
          return Played.Stop.moot(step, role.trouble());
        }
        Played.Stop stop = step.isSetUp() ? failed(step, exchange) : silent(step, exchange);
        if (stop != null) {
          return stop;
        }
      }
      return null;
    }

    private boolean needsSession(RequestStep step) {
      return step.kind().filter(PacketKind::hasSession).isPresent()
          && step.headers().stream().noneMatch(h -> h.name().equalsIgnoreCase("BITS-Session-Id"));
    }

    private boolean needsReply(RequestStep step) {
      return step.target() != null
          && Stream.of(Variables.REPLY_URL, Variables.REPLY_PATH)
              .anyMatch(name -> step.target().contains("${" + name + "}"));
    }

    /** How long a word from the peer is waited for before the body goes out: many round trips. */
    private Duration hold() {
      return atLeast(LEAST_HOLD);
    }

    private Duration atLeast(Duration least) {
      Duration scaled = Duration.ofNanos(slowestMicros * 1000 * ROUND_TRIPS);
      return scaled.compareTo(least) > 0 ? scaled : least;
    }

    private Exchange exchange(RequestStep step) {
      long start = System.nanoTime();
      Exchange exchange = send(step, maker.make(step));
      slowestMicros = Math.max(slowestMicros, exchange.timing().total());
      late |= System.nanoTime() - start > stage.dawdling().toNanos();
      return exchange;
    }

    private Exchange send(RequestStep step, Request request) {
      Connection connection =
          connections.choose(step.connection(), traits.boundToConnection(), lastWentWell);
      int number = numbers.getAsInt();
      Exchange exchange = connection.exchange(number, request, sending(step, request));
      if (exchange.reused()
          && exchange.ending().isClosedByPeer()
          && exchange.timing().firstByte() < 0
          && !"same".equals(step.connection())) {
        // a server may close an idle connection at any time: that was no answer to this packet
        exchange =
            connections
                .replace(step.connection())
                .exchange(number, request, sending(step, request));
      }
      lastWentWell = exchange.answer().map(Response::isSuccess).orElse(false);
      return exchange;
    }

    private Sending sending(RequestStep step, Request request) {
      if (step.cut() != null) {
        int before = step.cut().ofBody() ? request.head().length : 0;
        return Sending.cut(before + step.cut().bytes(), step.cut().reset());
      }
      return step.expectContinue() ? Sending.holdBody(hold()) : Sending.USUAL;
    }

    private Played.Stop failed(RequestStep step, Exchange exchange) {
      Response response = exchange.response();
      if (response == null || !response.isSuccess()) {
        return new Played.Stop(
            step, step.label() + " should simply succeed, but came: " + exchange.outcome());
      }
      if (step.kind().filter(PacketKind.CREATE_SESSION::equals).isPresent()
          && AckReading.sessionId(response).isEmpty()) {
        return new Played.Stop(
            step, step.label() + " was answered " + exchange.outcome() + " without a session id");
      }
      return null;
    }

    /** A peer that is silent once will be again: do not wait for it step by step. */
    private Played.Stop silent(RequestStep step, Exchange exchange) {
      boolean mayClose =
          step.expectations().stream()
              .flatMap(e -> e.anyOf().stream())
              .flatMap(legal -> legal.conditions().stream())
              .anyMatch(c -> c instanceof AnswerIs is && is.takesClosed());
      boolean answered =
          exchange.ending() == Ending.ANSWERED
              || exchange.ending() == Ending.CUT
              || (mayClose && exchange.ending().isClosedByPeer());
      return answered
          ? null
          : new Played.Stop(step, step.label() + " got no answer: " + exchange.outcome());
    }

    /** A notification that should be here is waited for; one that is over late is as well. */
    private void look(NotifiedStep step) {
      int least =
          step.expectations().stream()
              .flatMap(e -> e.anyOf().stream())
              .flatMap(legal -> legal.conditions().stream())
              .mapToInt(c -> c instanceof CountIs count ? count.least() : 1)
              .max()
              .orElse(0);
      if (!role.await(least, Duration.ZERO)) {
        patience.longWait();
        try {
          role.await(least, atLeast(LEAST_NOTICE));
        } finally {
          patience.over();
        }
      }
      List<Notification> seen =
          role.notifications().stream()
              .filter(n -> stage.isDestination(n.url(), step.destination()))
              .toList();
      RequestStep about = Steps.about(step);
      records.add(
          new StepRecord(
              step,
              List.of(),
              null,
              seen,
              stage.directory(null),
              stage.filled(step.expectations(), about)));
    }

    private void look(StoredStep step) {
      Directory directory = stage.directory(step.directory());
      List<Exchange> done = new ArrayList<>();
      StoredFile file;
      if (step.outside()) {
        file = StoredFiles.above(subject.readBack().folder(), stage.fileName(step.destination()));
      } else if (subject.readBack().kind() == ReadBack.Kind.FOLDER) {
        file = StoredFiles.inFolder(subject, directory.path() + stage.fileName(step.destination()));
      } else {
        Request get = StoredFiles.get(stage, step.directory(), step.destination());
        Exchange exchange = look(get);
        done.add(exchange);
        file = StoredFiles.read(exchange);
      }
      records.add(new StepRecord(step, done, file, null, directory));
    }

    /** A look from outside costs the packets their connection only where none is served beside. */
    private Exchange look(Request get) {
      if (traits.oneConnection()) {
        Connection instead = connections.choose("new", false, false);
        Exchange exchange = instead.exchange(numbers.getAsInt(), get, Sending.USUAL);
        lastWentWell = exchange.answer().map(Response::isSuccess).orElse(false);
        return exchange;
      }
      try (Connection beside = connections.beside()) {
        return beside.exchange(numbers.getAsInt(), get, Sending.USUAL);
      }
    }

    private void pause(long millis) {
      long start = System.nanoTime();
      patience.longWait();
      try {
        Thread.sleep(millis);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      } finally {
        patience.over();
      }
      late |= System.nanoTime() - start > millis * 1_000_000L * LATE;
    }
  }
}
