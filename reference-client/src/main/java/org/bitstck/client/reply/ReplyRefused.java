package org.bitstck.client.reply;

/** The reply was asked for, and the server had something against it. */
public final class ReplyRefused extends Exception {
  private static final long serialVersionUID = 1;

  private final int status;

  public ReplyRefused(int status) {
    super("the reply was refused: " + status, null, false, false);
    this.status = status;
  }

  public int status() {
    return status;
  }
}
