package org.bitstck.exchange;

import java.util.List;

/** Names and numbers of the protocol, each in this one place of the kit. */
public final class Bits {
  public static final String METHOD = "BITS_POST";

  public static final String PACKET_TYPE = "BITS-Packet-Type";
  public static final String SUPPORTED_PROTOCOLS = "BITS-Supported-Protocols";
  public static final String PROTOCOL = "BITS-Protocol";
  public static final String SESSION_ID = "BITS-Session-Id";
  public static final String RECEIVED_RANGE = "BITS-Received-Content-Range";
  public static final String REPLY_URL = "BITS-Reply-URL";

  /** The error header's two names: MC-BUP 2.2.1.2, and the Win32 pages. */
  public static final List<String> ERROR_HEADERS = List.of("BITS-Error", "BITS-Error-Code");

  public static final String ERROR_CONTEXT = "BITS-Error-Context";

  /** Of a notification: the destination of the upload, MC-BUP 2.2.12.2. */
  public static final String ORIGINAL_URL = "BITS-Original-Request-URL";

  /**
   * Of a notification by reference: where the upload lies. The first is what is sent, the second
   * what MC-BUP 2.2.12.2 calls it.
   */
  public static final List<String> REQUEST_FILE =
      List.of("BITS-Request-DataFile-Name", "BITS-Request-DataEntity-Name");

  /** Of a notification by reference: where the reply is to be put; names as above. */
  public static final List<String> RESPONSE_FILE =
      List.of("BITS-Response-DataFile-Name", "BITS-Response-DataEntity-Name");

  public static final String CONTENT_LENGTH = "Content-Length";
  public static final String CONTENT_RANGE = "Content-Range";

  /** The only protocol that is defined, MC-BUP 2.2.2.2. */
  public static final String PROTOCOL_GUID = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

  /** The value of {@link #PACKET_TYPE} in every answer. */
  public static final String ACK = "Ack";

  /** Of the answer to a notification: the absolute URL of the reply, MC-BUP 2.2.13.2. */
  public static final String STATIC_RESPONSE_URL = "BITS-Static-Response-URL";

  private Bits() {}
}
