package org.bitstck.play.tap;

import org.bitstck.exchange.Request;

/** Finds out whom a request is for. Asked by several threads at once. */
public interface Scenes {
  /**
   * The scene that a request belongs to.
   *
   * @param head without its body; what is no HTTP has only its raw bytes
   * @param last the scene of the connection's last request; null if it is the first
   * @return null if it belongs to none
   */
  Scene find(Request head, Scene last);
}
