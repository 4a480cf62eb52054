package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.requirement.Profile;
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
  private static final int FIRST_FINAL = 200;
  private static final int LAST = 599;

  private CannotFail() {}

  /** Why the expectation cannot fail in some profile; empty if it can. */
  static Optional<String> why(Expectation expectation) {
    List<Legal> before = null;
    for (Profile profile : Profile.values()) {
      List<Legal> legal = expectation.legal(profile);
      if (legal == before) {
        continue; // what is legal in all profiles is the same list
      }
      Optional<String> why = why(legal);
      if (why.isPresent()) {
        return why;
      }
      before = legal;
    }
    return Optional.empty();
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
    if (coversAll(ranges)) {
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
      return coversAll(status.ranges());
    }
    if (condition instanceof ReceivedRangeIs range) {
      return range.low() == 0 && range.high() == Long.MAX_VALUE;
    }
    if (condition instanceof NotificationClause.CountIs count) {
      return count.least() == 0 && count.most() == NotificationReader.MOST;
    }
    return condition instanceof HeaderIs header && header.test().cannotFail();
  }

  private static boolean coversAll(List<StatusRange> ranges) {
    int open = FIRST_FINAL;
    while (open <= LAST) {
      int covered = open - 1;
      for (StatusRange range : ranges) {
        if (range.holds(open)) {
          covered = Math.max(covered, range.high());
        }
      }
      if (covered < open) {
        return false;
      }
      open = covered + 1;
    }
    return true;
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
