package org.bitstck.scenario.server;

/** The bytes behind the head of a request. */
public sealed interface Body {

  /**
   * Bytes of a file of the scenario.
   *
   * @param file its name; null means the file of the step
   * @param first zero-based offset
   * @param last inclusive; -1 means to the end
   * @param xor each byte is changed by it; 0 changes nothing
   */
  record OfFile(String file, long first, long last, int xor) implements Body {}

  /** These bytes. */
  record Bytes(byte[] bytes) implements Body {}
}
