package org.bitstck.play.server;

/**
 * What was found at a destination.
 *
 * @param state whether a file is there
 * @param bytes its content; empty unless it is there
 * @param how how it was looked for and what came, in words
 */
public record StoredFile(State state, byte[] bytes, String how) {
  /** Whether a file is there. */
  public enum State {
    PRESENT,
    ABSENT,
    /** It could not be told. */
    UNKNOWN
  }

  static StoredFile absent(String how) {
    return new StoredFile(State.ABSENT, new byte[0], how);
  }

  static StoredFile unknown(String how) {
    return new StoredFile(State.UNKNOWN, new byte[0], how);
  }
}
