package org.bitstck.play;

import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;

/** One connection to the subject; used by one thread. */
public interface Connection extends AutoCloseable {
  /**
   * Sends a request and takes the answer. Whatever the peer does, an exchange comes back: this
   * throws nothing.
   *
   * @param number the exchange's number in its scenario
   */
  Exchange exchange(int number, Request request, Sending sending);

  /** True if another request may go over it: all answers were whole and nothing closed it. */
  boolean isUsable();

  @Override
  void close();
}
