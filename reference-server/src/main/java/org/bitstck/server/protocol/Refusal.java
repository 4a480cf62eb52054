package org.bitstck.server.protocol;

import java.util.OptionalLong;

/**
 * The reason why a packet is not carried out, and what its Ack says about it. It is thrown where
 * the rule is checked and turned into an Ack in one place.
 */
public final class Refusal extends Exception {
  private final int status;
  private final transient HResult hresult;
  private final transient ErrorContext context;
  private final long offset;

  /**
   * @param status the HTTP status, 4xx or 5xx
   * @param hresult null where the status alone tells the client what to do (416)
   * @param context who found the error; null exactly if {@code hresult} is null
   * @param why for the log, never sent
   */
  public Refusal(int status, HResult hresult, ErrorContext context, String why) {
    this(status, hresult, context, -1, why);
  }

  private Refusal(int status, HResult hresult, ErrorContext context, long offset, String why) {
    super(why, null, false, false);
    this.status = status;
    this.hresult = hresult;
    this.context = context;
    this.offset = offset;
  }

  /** A broken rule of the message syntax: 400, 0x80070057 (MC-BUP 3.2.5.2.3). */
  public static Refusal syntax(String why) {
    return server(400, HResult.INVALID_ARGUMENT, why);
  }

  /** An error that the server itself found. */
  public static Refusal server(int status, HResult hresult, String why) {
    return new Refusal(status, hresult, ErrorContext.SERVER, why);
  }

  /** No such session: 500, 0x8020001F (MC-BUP 3.2.5.2.3). */
  public static Refusal sessionNotFound() {
    return server(500, HResult.SESSION_NOT_FOUND, "no such session");
  }

  /**
   * A fragment that does not continue the data: 416 without error headers (MC-BUP 3.2.5.2.6).
   *
   * @param offset the zero-based offset of the byte that is wanted next
   */
  public static Refusal outOfSync(long offset) {
    return new Refusal(416, null, null, offset, "out of sync");
  }

  /** The same refusal, with the offset of the next byte wanted. */
  public Refusal at(long nextOffset) {
    return new Refusal(status, hresult, context, nextOffset, getMessage());
  }

  public int status() {
    return status;
  }

  /** Null if the Ack has no error headers. */
  public HResult hresult() {
    return hresult;
  }

  /** Null exactly if {@link #hresult()} is. */
  public ErrorContext context() {
    return context;
  }

  /** The zero-based offset of the next byte wanted, if the Ack tells it. */
  public OptionalLong offset() {
    return offset < 0 ? OptionalLong.empty() : OptionalLong.of(offset);
  }
}
