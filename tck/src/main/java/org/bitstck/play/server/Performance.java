package org.bitstck.play.server;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.bitstck.exchange.AckReading;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.play.Patience;
import org.bitstck.play.SubjectControl;
import org.bitstck.play.server.application.Notification;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.Variables;
import org.bitstck.scenario.server.Condition.AnswerIs;
import org.bitstck.scenario.server.NotificationClause.CountIs;
import org.bitstck.scenario.server.NotifiedStep;
import org.bitstck.scenario.server.RequestStep;
import org.bitstck.scenario.server.Step;
import org.bitstck.scenario.server.Steps;
import org.bitstck.scenario.server.StoredStep;
import org.bitstck.subject.Directory;
import org.bitstck.subject.ReadBack;
import org.bitstck.subject.Subject;

/** One playing of one scenario: does what each step says and records what came. */
final class Performance {
  /** A pause of so many times its length is another pause. */
  private static final int LATE = 2;

  /** So long a notification that should have come is waited for. */
  private static final Duration LEAST_NOTICE = Duration.ofMillis(500);

  private final Stage stage;
  private final RequestSender sender;
  private final ApplicationRole role;
  private final SubjectControl control;
  private final Subject subject;
  private final Patience patience;
  private final List<StepRecord> records = new ArrayList<>();
  private boolean overslept;

  Performance(
      Stage stage,
      RequestSender sender,
      ApplicationRole role,
      SubjectControl control,
      Subject subject,
      Patience patience) {
    this.stage = stage;
    this.sender = sender;
    this.role = role;
    this.control = control;
    this.subject = subject;
    this.patience = patience;
  }

  /** What happened in the steps that were played so far. */
  List<StepRecord> records() {
    return records;
  }

  /**
   * Whether the kit itself came much too late out of a pause, made one of a step, or let the server
   * wait for its application where the scenario does not.
   */
  boolean isLate() {
    return overslept || sender.isLate();
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
    records.add(new StepRecord(step, List.of(), null, null, stage.destinations().directory(null)));
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
    if (needsSession(step) && stage.sessions().id(step.session()).isEmpty()) {
      return new Played.Stop(step, "there is no session, the CREATE-SESSION Ack gave no id");
    }
    if (needsReply(step) && stage.replyUrl().isEmpty()) {
      return new Played.Stop(step, "no reply URL came in BITS-Reply-URL, or none to be read");
    }
    List<Exchange> done = new ArrayList<>();
    Map<String, String> filled = new HashMap<>();
    Directory directory = stage.destinations().directory(step.directory());
    records.add(new StepRecord(step, done, null, null, directory, filled));
    if (step.range() != null && step.range().isResume()) {
      long left = stage.file(step.file()).size() - stage.sessions().range(step).first();
      if (left <= 0) {
        return left == 0
            ? null
            : new Played.Stop(
                step, "the offset of the last Ack is " + -left + " bytes behind the file's end");
      }
    }
    long times = stage.number(step.repeat());
    for (long i = 0; i < times; i++) {
      Request request = sender.request(step);
      Optional<String> cannot = sender.cannotSend(step, request);
      if (cannot.isPresent()) {
        return Played.Stop.inexpressible(step, "this transport has no say here: " + cannot.get());
      }
      boolean prompt = !role.keepsWaiting();
      Exchange exchange = sender.send(step, request);
      overslept |= prompt && exchange.timing().total() > stage.promptness().toNanos() / 1000;
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
            .flatMap(expectation -> expectation.conditions().stream())
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
            .flatMap(expectation -> expectation.conditions().stream())
            .mapToInt(c -> c instanceof CountIs count ? count.least() : 1)
            .max()
            .orElse(0);
    if (!role.await(least, Duration.ZERO)) {
      patience.longWait();
      try {
        role.await(least, sender.atLeast(LEAST_NOTICE));
      } finally {
        patience.over();
      }
    }
    List<Notification> seen =
        role.notifications().stream()
            .filter(n -> stage.destinations().isDestination(n.url(), step.destination()))
            .toList();
    RequestStep about = Steps.about(step);
    records.add(
        new StepRecord(
            step,
            List.of(),
            null,
            seen,
            stage.destinations().directory(null),
            stage.filled(step.expectations(), about)));
  }

  private void look(StoredStep step) {
    Directory directory = stage.destinations().directory(step.directory());
    List<Exchange> done = new ArrayList<>();
    StoredFile file;
    if (step.outside()) {
      file =
          StoredFiles.above(
              subject.readBack().folder(), stage.destinations().fileName(step.destination()));
    } else if (subject.readBack().kind() == ReadBack.Kind.FOLDER) {
      file =
          StoredFiles.inFolder(
              subject, directory.path() + stage.destinations().fileName(step.destination()));
    } else {
      Request get = StoredFiles.get(stage, step.directory(), step.destination());
      Exchange exchange = sender.look(get);
      done.add(exchange);
      file = StoredFiles.read(exchange);
    }
    records.add(new StepRecord(step, done, file, null, directory));
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
    overslept |= System.nanoTime() - start > millis * 1_000_000L * LATE;
  }
}
