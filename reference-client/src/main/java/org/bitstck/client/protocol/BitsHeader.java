package org.bitstck.client.protocol;

/**
 * The names of the headers that a client sends or reads. Names are compared without regard to case.
 * Source: MC-BUP 2.2.1.
 */
public final class BitsHeader {
  public static final String PACKET_TYPE = "BITS-Packet-Type";
  public static final String SUPPORTED_PROTOCOLS = "BITS-Supported-Protocols";
  public static final String PROTOCOL = "BITS-Protocol";
  public static final String SESSION_ID = "BITS-Session-Id";
  public static final String RECEIVED_CONTENT_RANGE = "BITS-Received-Content-Range";
  public static final String HOST_ID = "BITS-Host-Id";
  public static final String HOST_ID_FALLBACK_TIMEOUT = "BITS-Host-Id-Fallback-Timeout";
  public static final String REPLY_URL = "BITS-Reply-URL";

  /** The error header of MC-BUP. */
  public static final String ERROR = "BITS-Error";

  /** The error header of the Win32 pages. */
  public static final String ERROR_CODE = "BITS-Error-Code";

  public static final String ERROR_CONTEXT = "BITS-Error-Context";
  public static final String CONTENT_NAME = "Content-Name";

  private BitsHeader() {}
}
