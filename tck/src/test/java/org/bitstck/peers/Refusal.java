package org.bitstck.peers;

/** Why a packet is refused. */
public final class Refusal extends RuntimeException {
  /** E_INVALIDARG. */
  public static final long INVALID_ARGUMENT = 0x80070057L;

  /** BG_E_SESSION_NOT_FOUND. */
  public static final long SESSION_NOT_FOUND = 0x8020001FL;

  private final int status;
  private final long error;

  /**
   * @param error HRESULT
   */
  public Refusal(int status, long error) {
    super(status + " " + Long.toHexString(error), null, false, false);
    this.status = status;
    this.error = error;
  }

  /** A rule of the message syntax is broken: 400. */
  public static Refusal syntax() {
    return new Refusal(400, INVALID_ARGUMENT);
  }

  /** The session is not known: 500. */
  public static Refusal noSession() {
    return new Refusal(500, SESSION_NOT_FOUND);
  }

  public int status() {
    return status;
  }

  public long error() {
    return error;
  }
}
