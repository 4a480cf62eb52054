package org.bitstck.client.upload;

/**
 * How an upload, or a part of it, ended.
 *
 * @param failure why it failed, or what went wrong with the cancelling; otherwise null
 */
public record Outcome(Kind kind, Failure failure) {

  /** Sorts of ends. */
  public enum Kind {
    SUCCESS,
    /** Can be resumed or cancelled. */
    FAILED,
    /** Can be resumed or cancelled. */
    PAUSED,
    CANCELLED
  }
}
