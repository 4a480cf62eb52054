package org.bitstck.prove;

/** The suite could not be played with a peer; the message says why in one line. */
public final class Unplayable extends Exception {
  public Unplayable(String message) {
    super(message);
  }
}
