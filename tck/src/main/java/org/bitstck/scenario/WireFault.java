package org.bitstck.scenario;

/**
 * What happens on the wire, beside what the answer says.
 *
 * @param kind what happens
 * @param bytes after so many bytes: of the request's body for {@code RESET_IN_BODY} and {@code
 *     STOP_READING}, of the answer for {@code CUT}, of the answer's body for {@code CUT_BODY} and
 *     {@code STALL_BODY}
 * @param millis the delay before the first byte of the answer for {@code DELAY}; the pause between
 *     bytes for {@code SLOW}
 * @param text what is sent instead of an answer for {@code GARBAGE}
 */
public record WireFault(Kind kind, long bytes, long millis, String text) {
  /** Nothing but what is right. */
  public static final WireFault NONE = new WireFault(Kind.NONE, 0, 0, null);

  /** In words; empty if nothing happens. */
  public String describe() {
    return switch (kind) {
      case NONE -> "";
      case DELAY -> "the answer comes " + millis + " ms late";
      case SLOW -> "the answer comes byte by byte";
      case RESET -> "the connection is reset instead of an answer";
      case RESET_IN_BODY -> "the connection is reset behind " + bytes + " bytes of the body";
      case CLOSE -> "the connection is closed instead of an answer";
      case CUT -> "the answer ends behind " + bytes + " bytes";
      case CUT_BODY -> "the answer's body ends behind " + bytes + " bytes";
      case STALL_BODY -> "the answer's body stops behind " + bytes + " bytes";
      case SILENCE -> "no answer comes";
      case STOP_READING -> "the body is read no further than " + bytes + " bytes";
      case GARBAGE -> "what comes is no HTTP";
      case CLOSE_AFTER -> "the connection is announced to be closed, and is";
      case DROP_AFTER -> "the connection is closed behind the answer";
    };
  }

  /** What can happen. */
  public enum Kind {
    NONE,
    /** The answer comes late. */
    DELAY,
    /** The answer comes byte by byte. */
    SLOW,
    /** The connection is reset when the request was read, instead of an answer. */
    RESET,
    /** The connection is reset in the middle of the request's body. */
    RESET_IN_BODY,
    /** The connection is closed when the request was read, instead of an answer. */
    CLOSE,
    /** The answer ends in the middle, and the connection with it. */
    CUT,
    /** The answer's body ends in the middle, and the connection with it. */
    CUT_BODY,
    /** The answer's body stops in the middle; the connection stays open. */
    STALL_BODY,
    /** No answer ever comes; the connection stays open. */
    SILENCE,
    /** The request's body is not read any further; no answer comes. */
    STOP_READING,
    /** Something that is no HTTP comes. */
    GARBAGE,
    /** The answer says {@code Connection: close}, and the connection is closed behind it. */
    CLOSE_AFTER,
    /** The connection is closed behind the answer, which did not say so. */
    DROP_AFTER;

    /** True if the request is read, and nothing comes that its sender takes for an answer. */
    public boolean isUnanswered() {
      return this == RESET || this == CLOSE || this == SILENCE || this == GARBAGE;
    }

    /** True if the request is not even read to its end. */
    public boolean isNeverRead() {
      return this == RESET_IN_BODY || this == STOP_READING;
    }

    /** True if the peer has to wait. */
    public boolean takesTime() {
      return this == DELAY
          || this == SLOW
          || this == STALL_BODY
          || this == SILENCE
          || this == STOP_READING;
    }
  }
}
