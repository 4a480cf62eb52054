package org.bitstck.play.wire;

import org.bitstck.exchange.Ending;

/** No whole answer: says how it ended. Caught by the connection, never seen by users. */
final class AnswerProblem extends Exception {
  private final Ending ending;

  AnswerProblem(Ending ending, String detail) {
    super(detail, null, false, false);
    this.ending = ending;
  }

  Ending ending() {
    return ending;
  }
}
