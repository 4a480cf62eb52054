package org.bitstck.server.protocol;

/**
 * The names of the headers that the BITS Upload Protocol defines, in the spelling of the Win32
 * pages. Header names are compared without regard to case. Source: MC-BUP 2.2.1, 2.2.12, 2.2.13.
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

  /** In a notification: the absolute destination URL of the upload. */
  public static final String ORIGINAL_REQUEST_URL = "BITS-Original-Request-URL";

  /** In a notification by reference: the path of the uploaded data. */
  public static final String REQUEST_DATA_FILE_NAME = "BITS-Request-DataFile-Name";

  /** In a notification by reference: the path at which the application may put its reply. */
  public static final String RESPONSE_DATA_FILE_NAME = "BITS-Response-DataFile-Name";

  /** In the application's answer: the absolute URL of a reply that is stored elsewhere. */
  public static final String STATIC_RESPONSE_URL = "BITS-Static-Response-URL";

  /** In the application's answer: publish the upload at its destination. */
  public static final String COPY_FILE_TO_DESTINATION = "BITS-Copy-File-To-Destination";

  private BitsHeader() {}
}
