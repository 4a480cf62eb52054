package org.bitstck.play.server.application;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Timing;
import org.bitstck.play.tap.Answer;
import org.bitstck.play.tap.Arrival;
import org.bitstck.play.tap.BodySink;
import org.bitstck.play.tap.Ended;
import org.bitstck.play.tap.Question;
import org.bitstck.play.tap.Visit;
import org.bitstck.scenario.WireFault;

/** One notification in the hands of the application. */
final class NotificationVisit implements Visit {
  private static final int NOT_FOUND = 404;
  private static final int FAILED = 500;

  /** No scenario lasts so long. */
  private static final long FOREVER_NANOS = TimeUnit.DAYS.toNanos(1);

  private final ServerApplication application;
  private final Arrival arrival;
  private final SharedFiles files;
  private final ReceivedBody body = new ReceivedBody();
  private volatile Script script;
  private volatile Reaction reaction;
  private int number;
  private SharedFiles.Found atArrival;
  private SharedFiles.Found atAnswer;
  private Optional<String> whyNoResponse = Optional.empty();
  private boolean answering;
  private long releasedNanos;
  private long doneNanos;
  private volatile Ended ended;

  NotificationVisit(ServerApplication application, Arrival arrival) {
    this.application = application;
    this.arrival = arrival;
    this.files = new SharedFiles(arrival.head().headers());
    if (files.areNamed()) {
      atArrival = files.read();
      whyNoResponse = files.whyNoResponse();
    }
    Script known = application.find(url());
    if (known == null && atArrival != null && atArrival.bytes() != null) {
      known = application.find(atArrival.bytes());
    }
    enter(known);
  }

  private synchronized void enter(Script found) {
    if (found != null) {
      script = found;
      number = found.enter(this);
      reaction = found.reaction(this);
    }
  }

  private String url() {
    return arrival.head().headers().first(Bits.ORIGINAL_URL).orElse("");
  }

  @Override
  public WireFault fault() {
    return reaction == null ? WireFault.NONE : reaction.wire();
  }

  @Override
  public BodySink body() {
    return body;
  }

  @Override
  public Question read(boolean asked) {
    if (script == null) {
      enter(application.find(body.bytes()));
    }
    if (script == null) {
      application.stray(arrival.head(), url());
    }
    return asked ? new Question(arrival.head().method(), this::answer) : null;
  }

  private synchronized Answer answer() {
    if (script == null) {
      return Answer.of(NOT_FOUND);
    }
    if (reaction.status() == 0) {
      // the wire sees to it that nobody gets this
      return Answer.of(FAILED);
    }
    boolean byReference = script.isByReference(files.areNamed() && body.count() == 0);
    if (byReference && reaction.reply() != null) {
      Optional<String> why = files.write(reaction.reply());
      if (why.isPresent()) {
        whyNoResponse = why;
        script.trouble("the application could not store its reply: " + why.get());
        return Answer.of(FAILED);
      }
    }
    answering = reaction.wire().kind() != WireFault.Kind.STALL_BODY;
    return reaction.answer(byReference);
  }

  @Override
  public synchronized void release() {
    if (releasedNanos == 0) {
      releasedNanos = System.nanoTime();
      if (answering && files.areNamed()) {
        atAnswer = files.read();
      }
    }
  }

  @Override
  public boolean await(long nanos) {
    return script == null || script.sleep(nanos);
  }

  @Override
  public void awaitTurn() {
    await(FOREVER_NANOS);
  }

  @Override
  public void over(Ended how) {
    synchronized (this) {
      doneNanos = System.nanoTime();
      ended = how;
    }
    if (script != null) {
      script.over();
    }
  }

  boolean isOver() {
    return ended != null;
  }

  void hangUp() {
    arrival.hangUp().run();
  }

  /** As it is recorded. */
  synchronized Notification recorded() {
    Ended how =
        ended != null
            ? ended
            : new Ended(true, List.of(), null, Ending.TIMED_OUT, "the kit went on", 0, 0);
    Request head = arrival.head();
    Request request =
        new Request(
            head.method(), head.target(), head.version(), head.headers(), body.bytes(), head.raw());
    Timing timing =
        new Timing(
            micros(arrival.nanos()),
            how.firstByteNanos() == 0 ? -1 : micros(how.firstByteNanos()),
            micros(doneNanos == 0 ? System.nanoTime() : doneNanos));
    Exchange exchange =
        Exchange.toApplication(
            number, request, how.interim(), how.response(), how.ending(), how.detail(), timing);
    SharedFiles.Found first =
        atArrival != null ? atArrival : new SharedFiles.Found(null, "no file is named");
    DataFile data =
        new DataFile(
            files.dataPath(),
            first.bytes(),
            atAnswer == null ? null : atAnswer.bytes(),
            atAnswer != null,
            first.problem() != null || atAnswer == null ? first.problem() : atAnswer.problem(),
            files.isDataThere());
    return new Notification(
        exchange,
        url(),
        releasedNanos == 0 ? -1 : micros(releasedNanos),
        data,
        new ResponseFile(files.responsePath(), whyNoResponse.orElse(null)));
  }

  private long micros(long nanos) {
    return Math.max(0, nanos - script.startNanos()) / 1000;
  }
}
