package org.bitstck.server.application;

/**
 * A notification that is not taken. The server passes the status on to the client, which gives up
 * for good at 4xx (but 408 and 409), 501 and 505, and tries again later at other 5xx. Source: Win32
 * page "Handling Server Application Errors".
 */
public final class Refused extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  /**
   * @param status 400 to 599
   * @param why for the log; the answer has no body (MC-BUP 3.4.5.1)
   */
  public Refused(int status, String why) {
    super(why);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
