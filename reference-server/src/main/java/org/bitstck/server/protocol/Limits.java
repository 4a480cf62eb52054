package org.bitstck.server.protocol;

/** The limits of the protocol (not those that an operator sets). */
public final class Limits {
  /**
   * Longest header value in a request, in bytes; the first value above it is refused (MC-BUP
   * 2.2.1).
   */
  public static final int HEADER_VALUE = 4096;

  /** Longest reply URL and notification URL, in characters (MC-BUP 2.2.7.2). */
  public static final int URL = 2200;

  /** Longest request line that is read at all, in bytes. */
  public static final int REQUEST_LINE = 16 * 1024;

  /** Longest header block that is read at all, in bytes. */
  public static final int HEADER_BLOCK = 64 * 1024;

  private Limits() {}
}
