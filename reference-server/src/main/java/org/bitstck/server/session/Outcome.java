package org.bitstck.server.session;

/**
 * What the server application decided about a session's data; it is kept, so that a repeated last
 * fragment gets the same answer without a second notification (MC-BUP 3.2.5.1.2).
 *
 * @param accepted false: it answered 403, and is not asked again
 * @param replyUrl of the final Ack; null if not accepted
 * @param replyToken last segment of the reply's URL if this server serves the reply; else null
 * @param copy whether the data is to be published
 */
public record Outcome(boolean accepted, String replyUrl, String replyToken, boolean copy) {
  /** The application will not take this upload. */
  public static final Outcome REFUSED = new Outcome(false, null, null, false);
}
