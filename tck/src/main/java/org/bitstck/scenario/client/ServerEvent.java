package org.bitstck.scenario.client;

/**
 * What happens to the server, or to the client's file, before a request is handled.
 *
 * @param kind what happens
 * @param value for {@code HOLD}: the number of bytes that the session has from now on; for {@code
 *     GROW_FILE}: so many bytes are appended to the file that the client uploads
 */
public record ServerEvent(Kind kind, long value) {
  /** Nothing happens. */
  public static final ServerEvent NONE = new ServerEvent(Kind.NONE, 0);

  /** In words; empty if nothing happens. */
  public String describe() {
    return switch (kind) {
      case NONE -> "";
      case HOLD -> "the session holds " + value + " bytes from now on";
      case GROW_FILE -> "the file grows by " + value + " bytes";
      case FORGET_SESSION -> "the session is forgotten";
      case CHANGE_FILE -> "the file gets another content";
      case CHANGE_REPLY -> "the reply gets another content";
    };
  }

  /** What can happen. */
  public enum Kind {
    NONE,
    /** The session is lost: its id is unknown from now on. */
    FORGET_SESSION,
    /** The session holds another number of bytes. */
    HOLD,
    /** The file that is being uploaded grows. */
    GROW_FILE,
    /** The file that is being uploaded gets another content of the same length. */
    CHANGE_FILE,
    /** The reply gets another content, and another Last-Modified. */
    CHANGE_REPLY
  }
}
