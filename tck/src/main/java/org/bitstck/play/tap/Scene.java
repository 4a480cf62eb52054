package org.bitstck.play.tap;

/** What takes a client's requests and says what is to happen to them. */
public interface Scene {
  /** A request has begun: its head was read. */
  Visit visit(Arrival arrival);
}
