package org.bitstck.play;

import java.util.Optional;
import org.bitstck.exchange.Request;

/** A way to bring requests to the subject. */
public interface Transport extends AutoCloseable {
  /**
   * A connection, opened no later than with the first exchange over it; a failure to connect is an
   * exchange that ended so.
   *
   * @param number of the connection in its scenario
   * @param epochNanos the start of the scenario in {@link System#nanoTime}, for the times noted
   */
  Connection connect(Endpoint endpoint, int number, long epochNanos, Patience patience);

  /** Why this transport cannot send a request in this way; empty if it can. */
  Optional<String> cannotSend(Request request, Sending sending);

  @Override
  void close();
}
