package org.bitstck.server.protocol;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The answer to a packet. It never has a body. Source: MC-BUP 2.2.2 and on.
 *
 * @param status HTTP status
 * @param headers in the order in which they are sent
 * @param why reason of an error for the log, never sent; null if there is none
 */
public record Ack(int status, Map<String, String> headers, String why) {
  public Ack {
    headers = Collections.unmodifiableMap(new LinkedHashMap<>(headers));
  }

  /** An Ack with nothing but what every Ack has. */
  public static Ack of(int status) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put(BitsHeader.PACKET_TYPE, PacketType.ACK);
    headers.put("Content-Length", "0");
    return new Ack(status, headers, null);
  }

  /** The same Ack with one header more. */
  public Ack with(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(headers);
    more.put(name, value);
    return new Ack(status, more, why);
  }

  /** The same Ack without a header. */
  public Ack without(String name) {
    Map<String, String> fewer = new LinkedHashMap<>(headers);
    fewer.keySet().removeIf(name::equalsIgnoreCase);
    return new Ack(status, fewer, why);
  }

  /** The same Ack with a reason for the log. */
  public Ack because(String reason) {
    return new Ack(status, headers, reason);
  }
}
