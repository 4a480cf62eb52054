package org.bitstck.cli;

/** The user asked for something that cannot be; the message says what, where and what to do. */
final class UserError extends RuntimeException {
  UserError(String message) {
    super(message);
  }
}
