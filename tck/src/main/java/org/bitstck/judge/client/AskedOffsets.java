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
 * anywhere in what was sent already.
 */
final class AskedOffsets {
  private final TreeSet<Long> exact = new TreeSet<>();

  /** Anything from 0 to here is right as well; -1 for nothing. */
  private long upTo = -1;

  /** The end of what the session's fragments carried. */
  private long sent;

  /** What no offset can be greater than: the size of the file, which may grow. */
  private long limit;

  private AskedOffsets(long fileSize) {
    this.limit = fileSize;
  }

  /** What is right for a request, by all that came before. */
  static AskedOffsets before(List<Recorded> requests, int index, long fileSize) {
    AskedOffsets offsets = new AskedOffsets(fileSize);
    for (Recorded request : requests.subList(0, index)) {
      if (request.kind() == RequestKind.CREATE_SESSION) {
        offsets.created(request);
      } else if (request.kind() == RequestKind.FRAGMENT) {
        offsets.answered(request);
      }
    }
    return offsets;
  }

  private void created(Recorded request) {
    Response response = request.exchange().response();
    boolean taken = response != null && response.isSuccess();
    if (taken && Reliable.isAck(request)) {
      exact.clear();
      upTo = -1;
      sent = 0;
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
