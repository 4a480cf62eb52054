package org.bitstck.server.notification;

import org.bitstck.server.protocol.ErrorContext;
import org.bitstck.server.protocol.HResult;
import org.bitstck.server.protocol.Refusal;

/** What the client is told when the application does not take an upload. All have context 0x7. */
final class ApplicationFailure {
  private static final int UNAUTHORIZED = 401;
  private static final int PROXY_AUTHENTICATION = 407;

  private ApplicationFailure() {}

  /** The application answered with an error status, which is passed on (MC-BUP 3.3.5.2). */
  static Refusal status(int status) {
    // a challenge would make the client send its own credentials, which the application did not ask
    // for
    boolean challenge = status == UNAUTHORIZED || status == PROXY_AUTHENTICATION;
    return refusal(
        challenge ? 403 : status,
        challenge ? HResult.ACCESS_DENIED : HResult.APPLICATION_FAILED,
        "the application answered " + status);
  }

  /** The application could not be reached, or broke the connection. */
  static Refusal unreachable(String why) {
    return refusal(502, HResult.APPLICATION_FAILED, "the application is out of reach: " + why);
  }

  /** The answer breaks the rules of MC-BUP 2.2.13. */
  static Refusal malformed(String why) {
    return refusal(411, HResult.INVALID_ARGUMENT, "the application's answer is malformed: " + why);
  }

  /** A limit of time has passed (MC-BUP 3.3.6). */
  static Refusal tooSlow(String phase) {
    return refusal(408, HResult.DISK_FULL_AS_PRINTED, "the application is too slow: " + phase);
  }

  private static Refusal refusal(int status, HResult hresult, String why) {
    return new Refusal(status, hresult, ErrorContext.APPLICATION, why);
  }
}
