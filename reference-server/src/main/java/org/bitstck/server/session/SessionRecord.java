package org.bitstck.server.session;

import org.bitstck.server.protocol.SessionId;

/**
 * What has to be known of a session after a restart, besides its data.
 *
 * @param id of the session
 * @param url decoded path of the destination, begins with a slash
 * @param originalUrl absolute URL of the destination, as the client wrote it
 * @param query of the destination URL, null if it has none
 * @param user who opened the session; null without authentication
 * @param client IP address from which it was opened
 * @param total length of the entity in bytes, -1 before the first fragment
 * @param outcome what the server application decided; null as long as it has not
 */
public record SessionRecord(
    SessionId id,
    String url,
    String originalUrl,
    String query,
    String user,
    String client,
    long total,
    Outcome outcome) {

  /** The same session with its total length. */
  public SessionRecord withTotal(long newTotal) {
    return new SessionRecord(id, url, originalUrl, query, user, client, newTotal, outcome);
  }

  /** The same session with the decision of the application. */
  public SessionRecord withOutcome(Outcome decided) {
    return new SessionRecord(id, url, originalUrl, query, user, client, total, decided);
  }
}
