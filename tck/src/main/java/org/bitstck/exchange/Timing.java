package org.bitstck.exchange;

/**
 * When things happened, in microseconds since the start of the scenario.
 *
 * @param sent the first byte of the request went out
 * @param firstByte the first byte of the answer came; -1 if none did
 * @param done the exchange ended
 */
public record Timing(long sent, long firstByte, long done) {
  /** From the first byte sent to the end, in microseconds. */
  public long total() {
    return done - sent;
  }
}
