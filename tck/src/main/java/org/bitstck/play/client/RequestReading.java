package org.bitstck.play.client;

import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Request;
import org.bitstck.play.client.scripted.ContentRangeValue;
import org.bitstck.play.client.scripted.Targets;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;

/** What a client's request is, by its head. */
final class RequestReading {
  /** The host of every URL that clients are given. */
  static final String ORIGINAL_HOST = "127.0.0.1";

  private RequestReading() {}

  /** Its kind; a packet's method counts in any letter case, which is for others to judge. */
  static RequestKind kind(Request request) {
    return switch (request.method()) {
      case "GET" -> RequestKind.GET;
      case "HEAD" -> RequestKind.HEAD;
      default ->
          request.method().equalsIgnoreCase(Bits.METHOD)
              ? RequestKind.of(request.packetType().strip())
                  .filter(RequestReading::isPacket)
                  .orElse(RequestKind.OTHER)
              : RequestKind.OTHER;
    };
  }

  private static boolean isPacket(RequestKind kind) {
    return kind != RequestKind.GET && kind != RequestKind.HEAD;
  }

  /** Which of the kit's names it was sent to; where it says nothing, the address tells. */
  static Trigger.Host host(Request request, boolean overIpv6) {
    String authority = Targets.authority(request);
    boolean original =
        authority == null ? !overIpv6 : Targets.host(authority).equals(ORIGINAL_HOST);
    return original ? Trigger.Host.ORIGINAL : Trigger.Host.ALTERNATE;
  }

  /** Whether it carries the last byte of the file. */
  static boolean completes(Request request) {
    return ContentRangeValue.of(request).filter(ContentRangeValue::completes).isPresent();
  }
}
