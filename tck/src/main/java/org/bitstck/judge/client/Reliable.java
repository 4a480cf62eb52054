package org.bitstck.judge.client;

import java.util.List;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Response;
import org.bitstck.play.client.Recorded;
import org.bitstck.scenario.WireFault;

/** Whether a client has to go by an answer of the kit. */
final class Reliable {
  private static final Pattern OFFSET = Pattern.compile("\\d{1,18}");

  private Reliable() {}

  /** It came as a whole, at once, and is what the texts call an Ack. */
  static boolean isAck(Recorded request) {
    Response response = request.exchange().response();
    return response != null
        && request.exchange().ending() == Ending.ANSWERED
        && !isHampered(request)
        && response.isAck()
        && response.version().equals("HTTP/1.1");
  }

  /** The kit has disturbed the way of the request, or of its answer. */
  static boolean isHampered(Recorded request) {
    return switch (wire(request)) {
      case NONE, CLOSE_AFTER, DROP_AFTER -> false;
      default -> true;
    };
  }

  /** What the kit did on the wire with a request. */
  static WireFault.Kind wire(Recorded request) {
    return request.deviation() == null || request.deviation().wire() == null
        ? WireFault.Kind.NONE
        : request.deviation().wire().kind();
  }

  /** The next offset that an answer asks for, if it is one and only one number. */
  static OptionalLong offset(Response response) {
    List<String> values = response.headers().all(Bits.RECEIVED_RANGE);
    return values.size() == 1 && OFFSET.matcher(values.get(0)).matches()
        ? OptionalLong.of(Long.parseLong(values.get(0)))
        : OptionalLong.empty();
  }
}
