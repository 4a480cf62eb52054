package org.bitstck.junit;

import org.opentest4j.TestAbortedException;

/** Nothing is said of the subject, and the message says why. */
final class NotTested extends TestAbortedException {
  NotTested(String message) {
    super(message);
  }

  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
