package org.bitstck.play;

import java.time.Duration;

/**
 * How long and how much the kit takes from a peer before it calls it a finding.
 *
 * @param connect until a connection stands: long enough for a second and third try of the network,
 *     as a server with a short queue of connections needs them
 * @param answer until the first byte of an answer, and again until its end
 * @param headBytes status line and headers together
 * @param bodyBytes body of an answer
 */
public record Limits(Duration connect, Duration answer, int headBytes, int bodyBytes) {
  public static final Limits DEFAULT =
      new Limits(Duration.ofSeconds(5), Duration.ofSeconds(5), 128 * 1024, 16 * 1024 * 1024);

  public Limits withConnect(Duration newConnect) {
    return new Limits(newConnect, answer, headBytes, bodyBytes);
  }

  public Limits withAnswer(Duration newAnswer) {
    return new Limits(connect, newAnswer, headBytes, bodyBytes);
  }
}
