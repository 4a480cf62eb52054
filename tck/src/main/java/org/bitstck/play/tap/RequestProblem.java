package org.bitstck.play.tap;

import org.bitstck.exchange.Ending;

/** No whole request: says how it ended. Caught by the tap, never seen by users. */
final class RequestProblem extends Exception {
  private final Ending ending;
  private final int status;

  /**
   * @param status with which it is refused; 0 if nobody is there to be told
   */
  RequestProblem(Ending ending, int status, String detail) {
    super(detail, null, false, false);
    this.ending = ending;
    this.status = status;
  }

  Ending ending() {
    return ending;
  }

  int status() {
    return status;
  }
}
