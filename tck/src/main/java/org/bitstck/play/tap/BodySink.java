package org.bitstck.play.tap;

/** Takes the body of a request as it comes, framing taken off. */
public interface BodySink {
  /** The most that is taken, in bytes; a client that sends more is stopped. */
  long limit();

  /** Takes the next bytes; the array is used again. */
  void take(byte[] buffer, int count);

  /** Bytes taken so far. */
  long count();
}
