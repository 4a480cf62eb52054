package org.bitstck.client.upload;

import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;

/** Decides which host the packets go to. Source: MC-BUP 2.2.3.2, 3.1.5.1.7. */
public interface Hosts {
  /** Where the next packet goes. */
  Destination destination() throws ExchangeFailure;

  /** The host answered. */
  void worked();

  /**
   * The host could not be used.
   *
   * @return whether the time is up, and the original host is used from now on
   */
  boolean failed();

  /** Milliseconds until the original host is used again; the largest number for never. */
  long remainingMillis();
}
