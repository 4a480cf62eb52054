package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.HeaderTest;
import org.bitstck.scenario.Legal;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.HeaderIs;
import org.bitstck.scenario.client.ClientClause.KindIs;
import org.bitstck.scenario.client.ClientClause.Outcome;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.RequestIs;

/** Finds expectations that no client could break: they would prove nothing. */
final class ClientCannotFail {
  private ClientCannotFail() {}

  /** Why the expectation cannot fail in some profile; empty if it can. */
  static Optional<String> why(Expectation expectation) {
    return expectation.inSomeProfile(ClientCannotFail::why);
  }

  private static Optional<String> why(List<Legal> alternatives) {
    Set<Outcome> outcomes = EnumSet.noneOf(Outcome.class);
    List<CountIs> counts = new ArrayList<>();
    List<RequestIs> requests = new ArrayList<>();
    for (Legal legal : alternatives) {
      if (legal.conditions().stream().allMatch(ClientCannotFail::alwaysTrue)) {
        return Optional.of("'" + legal.describe() + "' is true of every client");
      }
      if (legal.conditions().size() == 1) {
        Clause only = legal.conditions().get(0);
        if (only instanceof OutcomeIs is) {
          outcomes.addAll(is.outcomes());
        } else if (only instanceof CountIs is) {
          counts.add(is);
        } else if (only instanceof RequestIs is) {
          requests.add(is);
        }
      }
    }
    if (outcomes.equals(ClientClauseReader.OUTCOMES)) {
      return Optional.of("every outcome is legal");
    }
    if (counts.stream().anyMatch(count -> coverAll(counts, count.which()))) {
      return Optional.of("any number of requests is legal");
    }
    return requests.stream()
        .filter(request -> allKinds(requests, request.which()) || opposite(requests, request))
        .findFirst()
        .map(request -> "the alternatives leave nothing out: " + request.describe());
  }

  private static boolean alwaysTrue(Clause clause) {
    if (!(clause instanceof RequestIs is)) {
      return false;
    }
    if (is.test() instanceof KindIs kind) {
      return !is.which().kinds().isEmpty() && kind.kinds().containsAll(is.which().kinds());
    }
    return is.test() instanceof HeaderIs header && header.test().cannotFail();
  }

  /** Whether the counts of the same requests, taken together, leave no number out. */
  private static boolean coverAll(List<CountIs> counts, Chosen which) {
    long covered = -1;
    for (CountIs count :
        counts.stream()
            .filter(c -> c.which().equals(which))
            .sorted(Comparator.comparingInt(CountIs::least))
            .toList()) {
      if (count.least() > covered + 1) {
        return false;
      }
      covered = Math.max(covered, count.most());
    }
    return covered == Integer.MAX_VALUE;
  }

  private static boolean allKinds(List<RequestIs> requests, Chosen which) {
    Set<RequestKind> kinds = EnumSet.noneOf(RequestKind.class);
    for (RequestIs request : requests) {
      if (request.which().equals(which) && request.test() instanceof KindIs is) {
        kinds.addAll(is.kinds());
      }
    }
    return kinds.size() == RequestKind.values().length;
  }

  /** Whether a header may be there by one alternative and is absent by another. */
  private static boolean opposite(List<RequestIs> requests, RequestIs request) {
    return request.test() instanceof HeaderIs header
        && header.test().isPresence()
        && request.which().from() == request.which().to()
        && requests.stream()
            .filter(other -> other.which().equals(request.which()))
            .anyMatch(
                other ->
                    other.test() instanceof HeaderIs absent
                        && absent.name().equalsIgnoreCase(header.name())
                        && absent.test() instanceof HeaderTest.Absent);
  }
}
