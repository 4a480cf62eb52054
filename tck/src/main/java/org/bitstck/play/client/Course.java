package org.bitstck.play.client;

import java.util.List;
import java.util.concurrent.TimeUnit;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.client.ClientDriver.Upload;
import org.bitstck.play.client.UploadOrder.Credentials;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** The caller's part in one playing: acts when it is time, and sees when it is over. */
final class Course {
  /** Times the limit for an answer: so long all of it may take. */
  private static final int IN_ALL = 12;

  /** Times the limit for an answer: so long nothing at all may happen. */
  private static final int STILL = 3;

  /** The same before the first request: a client's process has to be started. */
  private static final int STILL_AT_FIRST = 6;

  private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(50);

  /** A client that does nothing for so long is waiting for something. */
  private static final long IDLE_NANOS = TimeUnit.SECONDS.toNanos(1);

  /** An outcome that came just before an act may be all that is said of the act. */
  private static final long UNSAID_NANOS = TimeUnit.SECONDS.toNanos(2);

  /** What a driver said before it died may still be on its way. */
  private static final long LAST_WORDS_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private static final long QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(50);
  private static final long LONG_QUIET_NANOS = TimeUnit.MILLISECONDS.toNanos(300);

  private final ClientStage stage;
  private final ClientDriver driver;
  private final Upload upload;
  private final Credentials right;
  private final Limits limits;
  private final Patience patience;
  private final List<CallerAct> acts;
  private final long startNanos = System.nanoTime();
  private int act;
  private int toldBefore;
  private long actNanos = startNanos;
  private long goneNanos;
  private boolean waiting;

  /**
   * @param right the credentials that an act hands over
   */
  Course(
      ClientStage stage,
      ClientDriver driver,
      Upload upload,
      List<CallerAct> acts,
      Credentials right,
      Limits limits,
      Patience patience) {
    this.stage = stage;
    this.driver = driver;
    this.upload = upload;
    this.acts = acts;
    this.right = right;
    this.limits = limits;
    this.patience = patience;
  }

  /** Goes through it to its end; returns why it had to be ended, null if it came to its end. */
  String follow() throws InterruptedException {
    try {
      while (!isOver()) {
        if (isTimeToAct()) {
          perform(acts.get(act));
          continue;
        }
        String reason = reasonToEnd();
        if (reason != null) {
          return reason;
        }
        await();
      }
      return null;
    } finally {
      stage.callerLeft();
      work();
    }
  }

  /** Waits until nothing more comes. */
  void quiet() throws InterruptedException {
    List<Report> told = stage.outcomes();
    boolean simple =
        acts.isEmpty() && !told.isEmpty() && told.get(told.size() - 1).outcome() == Outcome.SUCCESS;
    long quiet = simple ? QUIET_NANOS : LONG_QUIET_NANOS;
    long until = System.nanoTime() + limits.answer().toNanos();
    try {
      while (System.nanoTime() < until && stage.limit() == null) {
        long left = quiet - (System.nanoTime() - stage.activeNanos());
        if (left <= 0 && stage.isStill()) {
          return;
        }
        rest();
        stage.awaitChange(Math.max(left, TimeUnit.MILLISECONDS.toNanos(5)));
      }
    } finally {
      work();
    }
  }

  /** True if the client has told how the last act ended, and nothing is left to be done. */
  private boolean isOver() {
    List<Report> told = stage.outcomes();
    if (told.isEmpty()) {
      return false;
    }
    Outcome last = told.get(told.size() - 1).outcome();
    if (told.size() <= toldBefore) {
      return isUnsaid();
    }
    return act == acts.size() || acts.get(act).when() != null && !stage.isActDue() || isEnd(last);
  }

  /** Nothing can be done any more to an upload that ended so. */
  private static boolean isEnd(Outcome outcome) {
    return outcome == Outcome.SUCCESS || outcome == Outcome.CANCELLED || outcome == Outcome.UNKNOWN;
  }

  /**
   * True if the upload had ended by itself when the last act came, so that nothing is said of it.
   */
  private boolean isUnsaid() {
    if (act == 0 || act < acts.size() || acts.get(act - 1).when() == null) {
      return false;
    }
    long ends = 1 + acts.subList(0, act).stream().filter(Course::startsAgain).count();
    return toldBefore >= ends && System.nanoTime() - actNanos > UNSAID_NANOS && isIdle();
  }

  private static boolean startsAgain(CallerAct done) {
    return done.kind() == CallerAct.Kind.RESUME;
  }

  private boolean isTimeToAct() {
    if (act == acts.size()) {
      return false;
    }
    if (acts.get(act).when() != null) {
      return stage.isActDue();
    }
    // the outcome may have come since it was asked whether all is over
    List<Report> told = stage.outcomes();
    return told.size() > toldBefore && !isEnd(told.get(told.size() - 1).outcome());
  }

  private void perform(CallerAct next) {
    work();
    toldBefore = stage.outcomes().size();
    act++;
    actNanos = System.nanoTime();
    switch (next.kind()) {
      case PAUSE -> upload.pause();
      case RESUME -> upload.resume(next.credentials() ? right : null);
      case CANCEL -> upload.cancel();
    }
    stage.acted();
  }

  private String reasonToEnd() {
    if (stage.limit() != null) {
      return stage.limit();
    }
    long now = System.nanoTime();
    String gone = driver.gone();
    if (gone != null) {
      goneNanos = goneNanos == 0 ? now : goneNanos;
      return now - goneNanos > LAST_WORDS_NANOS ? gone : null;
    }
    if (!driver.isDriven()) {
      return null;
    }
    long answer = limits.answer().toNanos();
    if (now - startNanos > IN_ALL * answer) {
      return "the client did not come to an end within " + seconds(IN_ALL * answer);
    }
    long still = (stage.hasBegun() ? STILL : STILL_AT_FIRST) * answer;
    if (now - Math.max(stage.activeNanos(), actNanos) > still) {
      return "the client did nothing for " + seconds(still);
    }
    return null;
  }

  private static String seconds(long nanos) {
    return Math.round(nanos / 1e9) + " s";
  }

  private boolean isIdle() {
    return System.nanoTime() - stage.activeNanos() > IDLE_NANOS;
  }

  private void await() throws InterruptedException {
    if (stage.isKeepingWaiting() || isIdle()) {
      rest();
    } else {
      work();
    }
    stage.awaitChange(LOOK_NANOS);
  }

  /** Others may work. */
  private void rest() {
    if (!waiting) {
      waiting = true;
      patience.longWait();
    }
  }

  private void work() {
    if (waiting) {
      waiting = false;
      patience.over();
    }
  }
}
