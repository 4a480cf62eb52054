package org.bitstck.exchange;

import java.util.List;

/**
 * An HTTP answer as it came.
 *
 * @param version as it stood in the status line
 * @param status three digits
 * @param reason may be empty
 * @param body decoded from chunks, as far as it came
 * @param framing how the end of the body was told
 * @param head the raw bytes of status line and headers
 * @param faults what is wrong with the form of the head, in words; empty for a well-formed one
 */
public record Response(
    String version,
    int status,
    String reason,
    Headers headers,
    byte[] body,
    Framing framing,
    byte[] head,
    List<String> faults) {

  /** How the end of a body is told. */
  public enum Framing {
    /** The status or the method allows no body. */
    NONE,
    CONTENT_LENGTH,
    CHUNKED,
    /** Neither length nor chunks: the body lasts until the connection closes. */
    UNTIL_CLOSE
  }

  public boolean isSuccess() {
    return status >= 200 && status < 300;
  }

  /** True if the answer claims to be an Ack of the upload protocol. */
  public boolean isAck() {
    return headers.first(Bits.PACKET_TYPE).map(Bits.ACK::equalsIgnoreCase).orElse(false);
  }
}
