package org.bitstck.client.http;

import java.time.Duration;

/**
 * The limits of an exchange. Source: MC-BUP 3.1.2, 3.6.2.
 *
 * @param send for sending a request, the connection included
 * @param answer from there to the head of the answer
 * @param idle between two pieces of a reply
 */
public record Timers(Duration send, Duration answer, Duration idle) {
  public static final Timers DEFAULT =
      new Timers(Duration.ofMinutes(2), Duration.ofMinutes(5), Duration.ofMinutes(5));
}
