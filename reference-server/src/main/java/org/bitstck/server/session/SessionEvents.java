package org.bitstck.server.session;

/** Hears of what happens to sessions, for the log and the metrics. */
public interface SessionEvents {
  /** Something that happens once in the life of a session. */
  enum Event {
    CREATED,
    RECOVERED,
    /** Its file is at the destination. */
    PUBLISHED,
    /** Closed without a file at the destination. */
    CLOSED,
    CANCELLED,
    EXPIRED,
    /** Ended because its directory takes no uploads any more. */
    DISABLED,
    /** Its files could not be deleted; the next start does it. */
    NOT_DELETED
  }

  void happened(Event event, SessionRecord session);
}
