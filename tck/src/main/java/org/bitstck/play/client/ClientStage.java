package org.bitstck.play.client;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bitstck.exchange.Request;
import org.bitstck.play.client.scripted.Hosting;
import org.bitstck.play.client.scripted.Received;
import org.bitstck.play.client.scripted.ScriptedModel;
import org.bitstck.play.client.scripted.ServerModel;
import org.bitstck.play.client.scripted.Targets;
import org.bitstck.play.tap.Answer;
import org.bitstck.play.tap.Arrival;
import org.bitstck.play.tap.Scene;
import org.bitstck.scenario.client.AckEdit;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientScenario;
import org.bitstck.scenario.client.Deviation;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.ServerEvent;
import org.bitstck.scenario.client.Trigger;

/**
 * One playing of one scenario: its server with its script, what was recorded, and what the client
 * told. The requests come by several threads; the player waits on its monitor for something to
 * happen.
 */
final class ClientStage implements Scene {
  /** So many bytes of bodies are kept in all. */
  private static final long KEPT = 16L * 1024 * 1024;

  /** A command that was handed over may need so long to arrive before the answer goes out. */
  private static final long HOLD_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private static final long CLOSE_NANOS = TimeUnit.SECONDS.toNanos(2);

  private final ClientScenario scenario;
  private final Hosting hosting;
  private final UploadFile file;
  private final int mostRequests;
  private final ServerModel server;
  private final ScriptedModel model;
  private final Consumer<RequestKind> answered;
  private final long startNanos = System.nanoTime();
  private final List<TriggerCount> deviations = new ArrayList<>();
  private final List<TriggerCount> acts = new ArrayList<>();
  private final List<StageVisit> visits = new ArrayList<>();
  private final List<Report> outcomes = new ArrayList<>();
  private final Map<Long, Integer> connections = new HashMap<>();
  private long keptBytes;
  private int act;
  private boolean actDue;
  private boolean closing;
  private long activeNanos = startNanos;
  private String limit;

  /**
   * @param mostRequests a client that sends more than this is stopped
   * @param answered told of each request that was answered, or done with
   */
  ClientStage(
      ClientScenario scenario,
      Hosting hosting,
      UploadFile file,
      int mostRequests,
      Consumer<RequestKind> answered) {
    this.scenario = scenario;
    this.hosting = hosting;
    this.file = file;
    this.mostRequests = mostRequests;
    this.answered = answered;
    this.server = new ServerModel(hosting);
    this.model = new ScriptedModel(server);
    scenario.script().forEach(deviation -> deviations.add(new TriggerCount(deviation.on())));
    for (CallerAct next : scenario.caller()) {
      acts.add(next.when() == null ? null : new TriggerCount(next.when()));
    }
  }

  long startNanos() {
    return startNanos;
  }

  @Override
  public synchronized StageVisit visit(Arrival arrival) {
    active();
    Request head = arrival.head();
    RequestKind kind = RequestReading.kind(head);
    Trigger.Host host = RequestReading.host(head, arrival.overIpv6());
    boolean completing = kind == RequestKind.FRAGMENT && RequestReading.completes(head);
    Deviation deviation = null;
    for (int i = 0; i < deviations.size(); i++) {
      if (deviations.get(i).meets(kind, host, completing) && deviation == null) {
        deviation = scenario.script().get(i);
      }
    }
    boolean[] calls = new boolean[acts.size()];
    for (int i = 0; i < calls.length; i++) {
      calls[i] = acts.get(i) != null && acts.get(i).meets(kind, host, completing);
    }
    int connection = connections.computeIfAbsent(arrival.connection(), c -> connections.size() + 1);
    StageVisit visit =
        new StageVisit(
            this, visits.size() + 1, connection, arrival, kind, host, deviation, sink(head), calls);
    visits.add(visit);
    if (visits.size() > mostRequests && limit == null) {
      limit = "the client sent more than " + mostRequests + " requests";
    }
    notifyAll();
    return visit;
  }

  private FragmentSink sink(Request head) {
    long announced = head.headers().first("Content-Length").map(ClientStage::number).orElse(0L);
    boolean keep = keptBytes + announced <= KEPT;
    keptBytes += keep ? announced : 0;
    long most = head.headers().has("Transfer-Encoding") ? KEPT : file.content().size() + KEPT;
    return new FragmentSink(head, file.content(), keep, most);
  }

  private static long number(String text) {
    return text.matches("\\d{1,18}") ? Long.parseLong(text) : 0;
  }

  private void active() {
    activeNanos = System.nanoTime();
  }

  /** Returns when another request came, or the client told something, or it is over. */
  synchronized void awaitTurn(StageVisit visit) {
    int told = outcomes.size();
    try {
      while (!closing && visit.number() == visits.size() && outcomes.size() == told) {
        wait();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  synchronized boolean await(long nanos) {
    long until = System.nanoTime() + nanos;
    try {
      for (long left = nanos; left > 0 && !closing; left = until - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return !closing;
  }

  /** Does what happens before a request is handled. */
  void happen(ServerEvent event) {
    try {
      switch (event.kind()) {
        case NONE -> {}
        case GROW_FILE -> file.grow(event.value());
        case CHANGE_FILE -> file.change();
        default -> happenToServer(event);
      }
    } catch (IOException e) {
      stop("the file to upload cannot be changed: " + e.getMessage());
    }
  }

  private synchronized void happenToServer(ServerEvent event) {
    switch (event.kind()) {
      case FORGET_SESSION -> server.forgetSessions();
      case HOLD -> server.hold(event.value());
      case CHANGE_REPLY -> server.changeReply();
      default -> throw new IllegalArgumentException(event.kind().name());
    }
  }

  /** Lets the caller act if this is the request for it, and waits until the client can know. */
  void call(StageVisit visit) {
    synchronized (this) {
      if (act >= acts.size() || !visit.calls(act)) {
        return;
      }
      int due = act;
      actDue = true;
      notifyAll();
      try {
        while (!closing && act == due) {
          wait();
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    await(HOLD_NANOS);
  }

  synchronized Answer answer(StageVisit visit) {
    Received received =
        new Received(
            visit.head(),
            visit.kind(),
            Targets.path(visit.head().target()),
            Targets.authority(visit.head()),
            visit.content());
    AckEdit edit = visit.deviation() == null ? AckEdit.NONE : visit.deviation().ack();
    return model.answer(received, edit == null ? AckEdit.NONE : edit);
  }

  void over(StageVisit visit) {
    synchronized (this) {
      active();
      notifyAll();
    }
    answered.accept(visit.kind());
  }

  /** The client told something. */
  synchronized void outcome(Report report) {
    active();
    outcomes.add(report);
    notifyAll();
  }

  /** Ends it because of what the kit found out. */
  synchronized void stop(String reason) {
    if (limit == null) {
      limit = reason;
    }
    notifyAll();
  }

  /** Why it has to end; null while it may go on. */
  synchronized String limit() {
    return limit;
  }

  synchronized List<Report> outcomes() {
    return List.copyOf(outcomes);
  }

  /** True if a request that the caller's next act waits for was read. */
  synchronized boolean isActDue() {
    return actDue;
  }

  /** The caller has acted. */
  synchronized void acted() {
    act++;
    actDue = false;
    active();
    notifyAll();
  }

  /** The caller does nothing any more, whatever comes. */
  synchronized void callerLeft() {
    act = acts.size();
    actDue = false;
    notifyAll();
  }

  /** True if the client has sent or told anything yet. */
  synchronized boolean hasBegun() {
    return !visits.isEmpty() || !outcomes.isEmpty();
  }

  /** Since when nothing has happened, in {@link System#nanoTime}. */
  synchronized long activeNanos() {
    return activeNanos;
  }

  /** True if nothing happens because the kit lets the client wait. */
  synchronized boolean isKeepingWaiting() {
    return actDue || visits.stream().anyMatch(StageVisit::isKeepingWaiting);
  }

  /** True if no request is being read or answered. */
  synchronized boolean isStill() {
    return visits.stream().allMatch(visit -> visit.isOver() || visit.isKeepingWaiting());
  }

  /** Whether a session id is one that this server has given. */
  synchronized boolean knows(String sessionId) {
    return visits.stream().anyMatch(visit -> visit.gave(sessionId));
  }

  /** Waits until something happens, or so long. */
  synchronized void awaitChange(long nanos) throws InterruptedException {
    TimeUnit.NANOSECONDS.timedWait(this, nanos);
  }

  /** Ends all requests that are under way and returns what was recorded. */
  synchronized List<Recorded> close() {
    closing = true;
    notifyAll();
    visits.stream().filter(visit -> !visit.isOver()).forEach(StageVisit::hangUp);
    long until = System.nanoTime() + CLOSE_NANOS;
    try {
      for (long left = CLOSE_NANOS;
          left > 0 && !visits.stream().allMatch(StageVisit::isOver);
          left = until - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    List<Recorded> recorded = new ArrayList<>();
    StageVisit before = null;
    for (StageVisit visit : visits) {
      recorded.add(visit.recorded(before));
      before = visit;
    }
    return recorded;
  }

  synchronized boolean isClosed() {
    return closing;
  }

  ServerModel server() {
    return server;
  }

  Hosting hosting() {
    return hosting;
  }

  UploadFile file() {
    return file;
  }
}
