package org.bitstck.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.Chosen;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;

/** The requests of a recording, and which of them a scenario means. */
record Requests(List<Recorded> all, long fileSize) {
  static Requests of(Recording recording) {
    return new Requests(recording.requests(), recording.file().size());
  }

  Recorded get(int index) {
    return all.get(index);
  }

  int size() {
    return all.size();
  }

  /** Index of the first request that a trigger means. */
  OptionalInt first(Trigger trigger) {
    int[] counted = {0};
    return IntStream.range(0, all.size())
        .filter(i -> concerns(trigger, all.get(i)))
        .filter(i -> ++counted[0] >= trigger.from() && counted[0] <= trigger.to())
        .findFirst();
  }

  /** Whether a request is of the kind, and at the host, whose requests a trigger counts. */
  private boolean concerns(Trigger trigger, Recorded request) {
    return (trigger.kinds().isEmpty() || trigger.kinds().contains(request.kind()))
        && (trigger.host() == Trigger.Host.ANY || trigger.host() == request.host())
        && (!trigger.completing() || completes(request));
  }

  /** What is no packet at all is for the rules, unless it is asked for by its word. */
  private static boolean isMeant(Chosen which, Recorded request) {
    return request.kind() != RequestKind.OTHER || which.kinds().contains(RequestKind.OTHER);
  }

  /** The file may have grown since the client has named its size. */
  private boolean completes(Recorded request) {
    return SentRange.of(request)
        .filter(range -> range.last() + 1 == fileSize || range.last() + 1 == range.total())
        .isPresent();
  }

  /** The indices of what is chosen; empty if what it is counted from never came. */
  Optional<List<Integer>> chosen(Chosen which) {
    int start = 0;
    if (which.after() != null) {
      OptionalInt before = first(which.after());
      if (before.isEmpty()) {
        return Optional.empty();
      }
      start = before.getAsInt() + 1;
    }
    return Optional.of(
        IntStream.range(start, all.size())
            .filter(i -> concerns(which.among(), all.get(i)))
            .filter(i -> isMeant(which, all.get(i)))
            .skip(Math.max(0, which.from() - 1))
            .limit(Math.max(0, (long) which.to() - Math.max(1, which.from()) + 1))
            .boxed()
            .toList());
  }
}
