package org.bitstck.play.client;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Timing;
import org.bitstck.play.client.scripted.Content;
import org.bitstck.play.tap.Arrival;
import org.bitstck.play.tap.BodySink;
import org.bitstck.play.tap.Ended;
import org.bitstck.play.tap.Question;
import org.bitstck.play.tap.Visit;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.Deviation;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;

/** One request on a stage. */
final class StageVisit implements Visit {
  /** That a client hung up is noticed later than it was, on a busy machine much later. */
  private static final long GRACE_NANOS = TimeUnit.SECONDS.toNanos(1);

  private final ClientStage stage;
  private final int number;
  private final int connection;
  private final Arrival arrival;
  private final RequestKind kind;
  private final Trigger.Host host;
  private final Deviation deviation;
  private final FragmentSink sink;
  private final boolean[] calls;
  private volatile boolean waiting;
  private volatile long releasedNanos;
  private volatile long doneNanos;
  private volatile Ended ended;

  StageVisit(
      ClientStage stage,
      int number,
      int connection,
      Arrival arrival,
      RequestKind kind,
      Trigger.Host host,
      Deviation deviation,
      FragmentSink sink,
      boolean[] calls) {
    this.stage = stage;
    this.number = number;
    this.connection = connection;
    this.arrival = arrival;
    this.kind = kind;
    this.host = host;
    this.deviation = deviation;
    this.sink = sink;
    this.calls = calls;
  }

  int number() {
    return number;
  }

  Request head() {
    return arrival.head();
  }

  RequestKind kind() {
    return kind;
  }

  Deviation deviation() {
    return deviation;
  }

  Content content() {
    return sink.content();
  }

  /** Whether it is the one at which the caller's act of this number is due. */
  boolean calls(int act) {
    return calls[act];
  }

  @Override
  public WireFault fault() {
    return deviation == null || deviation.wire() == null ? WireFault.NONE : deviation.wire();
  }

  @Override
  public BodySink body() {
    return sink;
  }

  @Override
  public Question read(boolean asked) {
    if (deviation != null && deviation.event() != null) {
      stage.happen(deviation.event());
    }
    stage.call(this);
    waiting =
        switch (fault().kind()) {
          case DELAY, SLOW, SILENCE, STALL_BODY, STOP_READING -> true;
          default -> false;
        };
    return asked ? new Question(arrival.head().method(), () -> stage.answer(this)) : null;
  }

  @Override
  public void release() {
    if (releasedNanos == 0) {
      releasedNanos = System.nanoTime();
    }
    waiting = false;
  }

  @Override
  public boolean await(long nanos) {
    return stage.await(nanos);
  }

  @Override
  public void awaitTurn() {
    stage.awaitTurn(this);
  }

  @Override
  public void over(Ended how) {
    doneNanos = System.nanoTime();
    ended = how;
    stage.over(this);
  }

  boolean isOver() {
    return ended != null;
  }

  /** True if the scenario wants the client to wait. */
  boolean isKeepingWaiting() {
    return waiting;
  }

  void hangUp() {
    arrival.hangUp().run();
  }

  boolean gave(String sessionId) {
    return ended != null
        && ended.response() != null
        && ended.response().headers().all(Bits.SESSION_ID).contains(sessionId);
  }

  /**
   * As it is recorded.
   *
   * @param before the request before it; null if it is the first
   */
  Recorded recorded(StageVisit before) {
    Ended how =
        ended != null
            ? ended
            : new Ended(true, List.of(), null, Ending.TIMED_OUT, "the kit went on", 0, 0);
    Content content = sink.content();
    byte[] body = content.bytes() == null ? new byte[0] : content.bytes();
    Request head = arrival.head();
    Request request =
        new Request(head.method(), head.target(), head.version(), head.headers(), body, head.raw());
    long done = doneNanos == 0 ? System.nanoTime() : doneNanos;
    Timing timing =
        new Timing(
            micros(arrival.nanos()),
            how.firstByteNanos() == 0 ? -1 : micros(how.firstByteNanos()),
            micros(done));
    Exchange exchange =
        new Exchange(
            number,
            connection,
            arrival.reused(),
            request,
            how.interim(),
            false,
            how.response(),
            how.ending(),
            how.detail(),
            how.surplus(),
            timing);
    return new Recorded(
        exchange,
        kind,
        host,
        how.whole(),
        before != null && isBeforeAnswerTo(before),
        deviation,
        content.length(),
        content.bytes() == null ? content.likeFile() : null);
  }

  private long micros(long nanos) {
    return Math.max(0, nanos - stage.startNanos()) / 1000;
  }

  private boolean isBeforeAnswerTo(StageVisit before) {
    if (before.isGivenUpUnseen() && before.connection != connection) {
      return false;
    }
    long released = before.releasedNanos == 0 ? Long.MAX_VALUE : before.releasedNanos;
    boolean hungUp = before.ended != null && before.ended.ending().isClosedByPeer();
    return arrival.nanos() < (hungUp ? released - GRACE_NANOS : released);
  }

  /** Nothing was to come any more, and nobody can see when a client stops to wait for it. */
  private boolean isGivenUpUnseen() {
    return switch (fault().kind()) {
      case SILENCE, STALL_BODY, STOP_READING -> true;
      default -> false;
    };
  }
}
