package org.bitstck.judge.server;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.judge.Fit;
import org.bitstck.play.server.StoredFile;
import org.bitstck.play.server.application.DataFile;
import org.bitstck.play.server.application.Notification;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Content;
import org.bitstck.scenario.server.Condition;
import org.bitstck.scenario.server.Condition.BodyIsEmpty;
import org.bitstck.scenario.server.Condition.ContentIs;
import org.bitstck.scenario.server.Condition.HeaderIs;
import org.bitstck.scenario.server.Condition.VersionIs;
import org.bitstck.scenario.server.NotificationClause.AcknowledgedAfterAnswer;
import org.bitstck.scenario.server.NotificationClause.CountIs;
import org.bitstck.scenario.server.NotificationClause.DataFileIs;
import org.bitstck.scenario.server.NotificationClause.MethodIs;
import org.bitstck.scenario.server.NotificationClause.ResponseFileIsWritable;
import org.bitstck.scenario.server.NotificationClause.TargetIs;

/** Judges what a server told its application: each notification that came has to be right. */
final class NotificationJudge {
  private static final String FRAGMENT = "fragment";

  private NotificationJudge() {}

  static Fit fit(Clause clause, Observation seen) {
    List<Notification> all = seen.notifications();
    if (clause instanceof CountIs count) {
      boolean holds = all.size() >= count.least() && all.size() <= count.most();
      return holds ? Fit.HOLDS : Fit.wrong(seen.describe());
    }
    if (all.isEmpty()) {
      return Fit.unreached("no notification came");
    }
    return all.stream()
        .map(notification -> fit(clause, notification, seen))
        .filter(fit -> fit != Fit.HOLDS)
        .min(Comparator.comparing(Fit::kind, Comparator.comparing(kind -> kind != Fit.Kind.WRONG)))
        .orElse(Fit.HOLDS);
  }

  private static Fit fit(Clause clause, Notification notification, Observation seen) {
    if (clause instanceof AcknowledgedAfterAnswer) {
      return acknowledged(notification, seen);
    }
    Optional<String> wrong =
        clause instanceof DataFileIs is
            ? dataFile(is.content(), notification.dataFile(), seen)
            : clause instanceof ResponseFileIsWritable
                ? Optional.ofNullable(notification.responseFile().problem())
                : request(clause, notification.request(), seen);
    return wrong
        .map(words -> Fit.wrong(words, List.of(notification.exchange().number())))
        .orElse(Fit.HOLDS);
  }

  private static Optional<String> request(Clause clause, Request request, Observation seen) {
    if (clause instanceof MethodIs is) {
      return unless(is.method().equals(request.method()), "the method " + request.method());
    }
    if (clause instanceof TargetIs is) {
      return unless(is.target().equals(request.target()), "'" + request.target() + "'");
    }
    if (clause instanceof VersionIs is) {
      return unless(is.version().equals(request.version()), request.version());
    }
    if (clause instanceof BodyIsEmpty) {
      int length = request.body().length;
      return unless(length == 0, "a body of " + length + " bytes");
    }
    if (clause instanceof HeaderIs is) {
      List<String> values = request.headers().all(is.name());
      return unless(
          seen.filled(is.test()).passes(values), is.name() + ": " + ConditionJudge.shown(values));
    }
    return ConditionJudge.mismatch((Condition) clause, holding(request.body(), seen));
  }

  private static Optional<String> unless(boolean holds, String wrong) {
    return holds ? Optional.empty() : Optional.of(wrong);
  }

  private static Observation holding(byte[] bytes, Observation seen) {
    StoredFile file = new StoredFile(StoredFile.State.PRESENT, bytes, "");
    return new Observation(null, file, null, seen.files(), Set.of(), seen.settings());
  }

  private static Optional<String> dataFile(Content content, DataFile file, Observation seen) {
    if (content instanceof Content.Absent) {
      return unless(!file.there(), "it is still there");
    }
    if (file.atArrival() == null) {
      return Optional.of(file.problem());
    }
    Optional<String> different =
        ConditionJudge.mismatch(new ContentIs(content), holding(file.atArrival(), seen));
    if (different.isPresent() || !file.answered()) {
      return different;
    }
    if (file.atAnswer() == null) {
      return Optional.of("before the application had answered: " + file.problem());
    }
    return unless(
        Arrays.equals(file.atArrival(), file.atAnswer()),
        "the file changed before the application had answered");
  }

  /** The Ack that had to wait is that of the last fragment before the notification. */
  private static Fit acknowledged(Notification notification, Observation seen) {
    Exchange last = null;
    for (Exchange exchange : seen.others()) {
      if (exchange.request().packetType().toLowerCase(Locale.ROOT).equals(FRAGMENT)
          && exchange.timing().sent() <= notification.exchange().timing().sent()) {
        last = exchange;
      }
    }
    if (last == null || last.timing().firstByte() < 0) {
      return Fit.unreached("no fragment was acknowledged");
    }
    if (notification.released() < 0) {
      return Fit.unreached("the application has not answered");
    }
    long early = notification.released() - last.timing().firstByte();
    return early <= 0
        ? Fit.HOLDS
        : Fit.wrong(
            "the Ack came " + early / 1000 + " ms before the application's answer",
            List.of(last.number(), notification.exchange().number()));
  }
}
