package org.bitstck.server.http;

import java.time.Duration;

/**
 * How long a peer may take.
 *
 * @param idle between two requests on one connection
 * @param head from the first byte of a request to the end of its headers
 * @param body in each such span a body has to bring {@code bodyMinimum} bytes, or its end
 * @param bodyMinimum bytes
 * @param linger how long bytes are read and dropped after the last answer, before the connection is
 *     closed
 */
public record Timeouts(
    Duration idle, Duration head, Duration body, int bodyMinimum, Duration linger, Duration stop) {
  public static final Timeouts DEFAULT =
      new Timeouts(
          Duration.ofMinutes(5),
          Duration.ofSeconds(30),
          Duration.ofSeconds(60),
          1024,
          Duration.ofSeconds(2),
          Duration.ofSeconds(10));

  /** The same, but for the time that running answers have when the server ends. */
  public Timeouts stop(Duration other) {
    return new Timeouts(idle, head, body, bodyMinimum, linger, other);
  }
}
