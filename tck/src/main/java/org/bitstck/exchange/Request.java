package org.bitstck.exchange;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;

/**
 * A request as the kit means to send it.
 *
 * @param target the request target as it stands in the request line
 * @param version {@code HTTP/1.1} but for probes
 * @param body the bytes behind the head; empty if there are none
 * @param raw the whole request to the byte, where a scenario wrote it so; null otherwise, and then
 *     the other parts say what is sent
 */
public record Request(
    String method, String target, String version, Headers headers, byte[] body, byte[] raw) {

  private static final byte[] NOTHING = new byte[0];

  /** A request made of its parts. */
  public static Request of(String method, String target, Headers headers, byte[] body) {
    return new Request(method, target, "HTTP/1.1", headers, body, null);
  }

  /** Request line and headers with the empty line, as bytes; all of it for a raw request. */
  public byte[] head() {
    if (raw != null) {
      return raw;
    }
    StringBuilder head = new StringBuilder(512);
    head.append(method).append(' ').append(target).append(' ').append(version).append("\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** What follows {@link #head}; nothing for a raw request. */
  public byte[] rest() {
    return raw != null ? NOTHING : body;
  }

  /** All bytes. */
  public byte[] bytes() {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(head());
    all.writeBytes(rest());
    return all.toByteArray();
  }

  /** True for the packets of the upload protocol, in contrast to GET and other methods. */
  public boolean isPacket() {
    return Bits.METHOD.equals(method);
  }

  /** The packet type as it is sent, or an empty string. */
  public String packetType() {
    return headers.first(Bits.PACKET_TYPE).orElse("");
  }

  /** A short name for messages: the packet type, or method and target. */
  public String label() {
    return isPacket() && !packetType().isBlank() ? packetType() : method + " " + target;
  }
}
