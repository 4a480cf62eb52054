package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.StatusRange;
import org.bitstck.scenario.server.Condition.HeaderIs;
import org.bitstck.scenario.server.Condition.ReceivedRangeIs;
import org.bitstck.scenario.server.Condition.SessionIs;
import org.bitstck.scenario.server.Condition.StatusIs;

/** Finds expectations that no answer could break: they would prove nothing. */
final class CannotFail {
  private CannotFail() {}

  /** Why the expectation cannot fail in some profile; empty if it can. */
  static Optional<String> why(Expectation expectation) {
    return expectation.inSomeProfile(CannotFail::why);
  }

  private static Optional<String> why(List<Legal> alternatives) {
    List<StatusRange> ranges = new ArrayList<>();
    List<HeaderIs> headers = new ArrayList<>();
    Set<SessionIs.Kind> sessions = EnumSet.noneOf(SessionIs.Kind.class);
    for (Legal legal : alternatives) {
      if (areAlwaysTrue(legal.conditions())) {
        return Optional.of("'" + legal.describe() + "' is true of every answer");
      }
      if (legal.conditions().size() == 1) {
        if (legal.conditions().get(0) instanceof StatusIs status) {
          ranges.addAll(status.ranges());
        } else if (legal.conditions().get(0) instanceof HeaderIs header) {
          headers.add(header);
        } else if (legal.conditions().get(0) instanceof SessionIs session) {
          sessions.add(session.kind());
        }
      }
    }
    if (StatusRange.coverAll(ranges)) {
      return Optional.of("every status is legal");
    }
    if (sessions.containsAll(Set.of(SessionIs.Kind.PRESENT, SessionIs.Kind.ABSENT))) {
      return Optional.of("a session id is legal whether it is there or not");
    }
    return opposite(headers).map(header -> header.name() + " is legal whether it is there or not");
  }

  private static boolean areAlwaysTrue(List<Clause> conditions) {
    for (Clause condition : conditions) {
      if (!isAlwaysTrue(condition)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isAlwaysTrue(Clause condition) {
    if (condition instanceof StatusIs status) {
      return StatusRange.coverAll(status.ranges());
    }
    if (condition instanceof ReceivedRangeIs range) {
      return range.low() == 0 && range.high() == Long.MAX_VALUE;
    }
    if (condition instanceof NotificationClause.CountIs count) {
      return count.least() == 0 && count.most() == NotificationReader.MOST;
    }
    return condition instanceof HeaderIs header && header.test().cannotFail();
  }

  private static Optional<HeaderIs> opposite(List<HeaderIs> headers) {
    return headers.stream()
        .filter(header -> header.test().isPresence())
        .filter(
            header ->
                headers.stream()
                    .anyMatch(
                        other ->
                            other.name().equalsIgnoreCase(header.name())
                                && other.test() instanceof HeaderTest.Absent))
        .findFirst();
  }
}
