package org.bitstck.junit;

import org.opentest4j.AssertionFailedError;

/** What a subject did that it must not; the message says all there is to say of it. */
final class NonConformance extends AssertionFailedError {
  NonConformance(String message) {
    super(message);
  }

  /**
   * @param expected what was legal, in words, for tools that show the difference
   * @param observed what came
   */
  NonConformance(String message, String expected, String observed) {
    super(message, expected, observed);
  }

  /** Where the kit noticed it says nothing of the subject. */
  @Override
  public synchronized Throwable fillInStackTrace() {
    return this;
  }
}
