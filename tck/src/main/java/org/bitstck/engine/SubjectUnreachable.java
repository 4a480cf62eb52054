package org.bitstck.engine;

/** The subject cannot be connected to; the message says it in one line. */
public final class SubjectUnreachable extends Exception {
  public SubjectUnreachable(String message) {
    super(message);
  }
}
