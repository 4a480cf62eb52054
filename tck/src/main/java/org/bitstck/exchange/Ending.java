package org.bitstck.exchange;

/** How an exchange ended. */
public enum Ending {
  /** A whole answer came. */
  ANSWERED("a whole answer"),
  /** The deadline passed without a whole answer. */
  TIMED_OUT("no whole answer in time"),
  /** The peer closed the connection before a whole answer. */
  CLOSED("the connection was closed without a whole answer"),
  /** The peer reset the connection before a whole answer. */
  RESET("the connection was reset without a whole answer"),
  /** What came is no HTTP. */
  GARBAGE("something that is no HTTP answer"),
  /** The answer passed the kit's size limit. */
  TOO_LARGE("an answer beyond the size limit"),
  /** The kit broke the request off, as the scenario says. */
  CUT("(the request was broken off by the kit)"),
  /** The kit, as a server, gave no whole answer, as the scenario says. */
  WITHHELD("(no whole answer was given by the kit)"),
  /** No connection could be made. */
  NO_CONNECTION("no connection");

  private final String words;

  Ending(String words) {
    this.words = words;
  }

  /** For messages. */
  public String words() {
    return words;
  }

  /** True if the peer ended the connection. */
  public boolean isClosedByPeer() {
    return this == CLOSED || this == RESET;
  }
}
