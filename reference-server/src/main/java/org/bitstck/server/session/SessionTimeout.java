package org.bitstck.server.session;

/** When a session has been left alone for too long. */
public interface SessionTimeout {
  /**
   * @param nowMillis milliseconds since 1970
   */
  boolean isOver(Session session, long nowMillis);

  /** New data starts the time anew; while the application is asked, it does not end. */
  static SessionTimeout sinceProgress() {
    return (session, now) ->
        now - session.lastProgress() > session.directory().sessionTimeout().toMillis()
            && !session.isNotifying();
  }
}
