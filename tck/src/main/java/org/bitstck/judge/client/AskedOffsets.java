package org.bitstck.judge.client;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.bitstck.exchange.Response;
import org.bitstck.play.client.Recorded;
import org.bitstck.scenario.client.RequestKind;

/**
 * Where a FRAGMENT may begin: at 0, where the last Ack asked for, and where no Ack told it,
 * anywhere in what was sent already. Goes along the requests, so that looking at all of them in
 * turn takes no longer than looking at the last.
 */
final class AskedOffsets {
  private final List<Recorded> requests;
  private final long fileSize;
  private final TreeSet<Long> exact = new TreeSet<>();

  /** So many requests are taken into account. */
  private int known;

  /** Anything from 0 to here is right as well; -1 for nothing. */
  private long upTo;

  /** The end of what the session's fragments carried. */
  private long sent;

  /** What no offset can be greater than: the size of the file, which may grow. */
  private long limit;

  AskedOffsets(List<Recorded> requests, long fileSize) {
    this.requests = requests;
    this.fileSize = fileSize;
    reset();
  }

  private void reset() {
    known = 0;
    limit = fileSize;
    forget();
  }

  private void forget() {
    exact.clear();
    upTo = -1;
    sent = 0;
  }

  /** Goes to what is right for a request, by all that came before it. */
  void goBefore(int index) {
    if (index < known) {
      reset();
    }
    for (; known < index; known++) {
      Recorded request = requests.get(known);
      if (request.kind() == RequestKind.CREATE_SESSION) {
        created(request);
      } else if (request.kind() == RequestKind.FRAGMENT) {
        answered(request);
      }
    }
  }

  private void created(Recorded request) {
    Response response = request.exchange().response();
    boolean taken = response != null && response.isSuccess();
    if (taken && Reliable.isAck(request)) {
      forget();
    }
    if (taken || response == null) {
      exact.add(0L);
    }
  }

  private void answered(Recorded request) {
    Optional<SentRange> range = SentRange.of(request);
    if (range.isPresent()) {
      sent = Math.max(sent, Math.min(range.get().last() + 1, limit));
    }
    range.ifPresent(said -> limit = Math.max(limit, said.total()));
    Response response = request.exchange().response();
    OptionalLong offset = response == null ? OptionalLong.empty() : Reliable.offset(response);
    boolean valid = offset.isPresent() && offset.getAsLong() <= limit;
    boolean told = response != null && !Reliable.isHampered(request);
    if (valid && Reliable.isAck(request) && tellsOffset(response)) {
      exact.clear();
      upTo = -1;
    } else if (!told || tellsOffset(response)) {
      // lost, late or void: the client may have been right about it, or not
      upTo = Math.max(upTo, sent);
    } // else an error, which acknowledges nothing: what was asked for stays
    if (valid) {
      exact.add(offset.getAsLong());
    }
  }

  private static boolean tellsOffset(Response response) {
    return response.isSuccess() || response.status() == 416;
  }

  /** False before the first session, where nothing can be asked for. */
  boolean isKnown() {
    return !exact.isEmpty();
  }

  boolean holds(long first) {
    return exact.contains(first) || first <= upTo;
  }

  String describe() {
    return exact.stream().map(String::valueOf).collect(Collectors.joining(" or "))
        + (upTo >= 0 ? ", or anything up to " + upTo : "");
  }
}
