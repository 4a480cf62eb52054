package org.bitstck.judge.client;

import java.util.List;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Request;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.RequestKind;

/** Whether a request is as long as it says. */
final class Lengths {
  private static final String TRANSFER_ENCODING = "Transfer-Encoding";

  private Lengths() {}

  /** There is one Content-Length, and nothing else that tells the end of the body. */
  static boolean isPlain(Recorded request) {
    Request sent = request.exchange().request();
    List<String> values = sent.headers().all(Bits.CONTENT_LENGTH);
    return values.size() == 1
        && values.get(0).matches("\\d{1,18}")
        && !sent.headers().has(TRANSFER_ENCODING);
  }

  /** Something came that has no head to speak of. */
  static boolean isNoRequest(Recorded request) {
    return request.exchange().request().raw() != null;
  }

  /** All of it came, and was taken in before the kit went on to something else. */
  static boolean isComplete(Recorded request) {
    return request.whole()
        && request.exchange().ending() != Ending.TIMED_OUT
        && Reliable.wire(request) != WireFault.Kind.RESET_IN_BODY
        && Reliable.wire(request) != WireFault.Kind.STOP_READING;
  }

  /** Form {@code content-length}. */
  static Fit contentLength(Recording recording, int index) {
    Recorded request = recording.requests().get(index);
    Request sent = request.exchange().request();
    boolean download = request.kind() == RequestKind.GET || request.kind() == RequestKind.HEAD;
    if ((download && request.bodyBytes() == 0) || isNoRequest(request)) {
      return Fit.unknown("it has no body");
    }
    List<String> values = sent.headers().all(Bits.CONTENT_LENGTH);
    if (sent.headers().has(TRANSFER_ENCODING)) {
      return Tests.wrong(
          request, TRANSFER_ENCODING + ": " + sent.headers().first(TRANSFER_ENCODING).orElse(""));
    }
    if (values.isEmpty()) {
      return Tests.wrong(request, "no " + Bits.CONTENT_LENGTH);
    }
    if (!isPlain(request)) {
      return Tests.wrong(request, Bits.CONTENT_LENGTH + ": " + Tests.quoted(values));
    }
    if (isFollowedByMore(recording, index)) {
      return Tests.wrong(request, "more bytes came than its Content-Length " + values.get(0));
    }
    // one that ends too early may have been given up; one that waits is wrong about its length
    boolean waits = !request.whole() && request.exchange().ending() == Ending.TIMED_OUT;
    if (!isComplete(request) && !(waits && !isKitsDoing(request))) {
      return Fit.unknown("it did not come to its end");
    }
    return Tests.unless(
        Long.parseLong(values.get(0)) == request.bodyBytes(),
        request,
        request.bodyBytes() + " bytes came with Content-Length " + values.get(0));
  }

  /** What came next on its connection is no request: it belongs to this one. */
  private static boolean isFollowedByMore(Recording recording, int index) {
    int connection = recording.requests().get(index).exchange().connection();
    return recording.requests().stream()
        .skip(index + 1L)
        .filter(next -> next.exchange().connection() == connection)
        .findFirst()
        .filter(Lengths::isNoRequest)
        .isPresent();
  }

  /** Form {@code whole}. Where nobody can tell the end, that is what is wrong. */
  static Fit whole(Recording recording, int index) {
    Recorded request = recording.requests().get(index);
    if (request.whole()) {
      return Fit.HOLDS;
    }
    if (isNoRequest(request)) {
      return request.exchange().reused()
          ? Fit.unknown("it belongs to the request before")
          : Tests.wrong(request, request.exchange().detail());
    }
    boolean last = index == recording.requests().size() - 1;
    boolean givenUp =
        recording.scenario().caller().stream().anyMatch(act -> act.kind() != CallerAct.Kind.RESUME);
    if (isKitsDoing(request)
        || givenUp
        || !isPlain(request)
        || (last && recording.stop() != null)) {
      return Fit.unknown("it was broken off for a reason");
    }
    return Tests.wrong(request, "broken off behind " + request.bodyBytes() + " bytes");
  }

  /** The kit disturbed it, or answered before its end. */
  private static boolean isKitsDoing(Recorded request) {
    return Reliable.isHampered(request) || request.exchange().response() != null;
  }
}
