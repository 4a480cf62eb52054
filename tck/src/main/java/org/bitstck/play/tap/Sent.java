package org.bitstck.play.tap;

import org.bitstck.exchange.Ending;
import org.bitstck.exchange.Response;

/**
 * What was sent to a client.
 *
 * @param response null if no whole answer was
 * @param goesOn whether the connection is of further use
 */
record Sent(Response response, Ending ending, String detail, int surplus, boolean goesOn) {

  static Sent answer(Message message, boolean goesOn) {
    return new Sent(message.response(), Ending.ANSWERED, "", 0, goesOn);
  }

  /** The scenario wanted no whole answer. */
  static Sent withheld(String detail) {
    return new Sent(null, Ending.WITHHELD, detail, 0, false);
  }

  static Sent silence(String detail, int surplus) {
    return new Sent(null, Ending.WITHHELD, detail, surplus, false);
  }

  /** The client ended the connection before it had a whole answer. */
  static Sent left(Ending ending) {
    return new Sent(null, ending, "by the client, before the whole answer", 0, false);
  }
}
