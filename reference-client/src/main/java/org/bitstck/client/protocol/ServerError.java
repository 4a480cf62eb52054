package org.bitstck.client.protocol;

import java.util.Locale;

/**
 * An error as the server reported it.
 *
 * @param status HTTP status
 * @param code HRESULT as it was sent, null if none came
 * @param context as it was sent, null if none came
 */
public record ServerError(int status, String code, String context) {
  private static final long SESSION_NOT_FOUND = 0x8020001FL;
  private static final long TOO_LARGE = 0x80200020L;
  private static final long INVALID_ARGUMENT = 0x80070057L;
  private static final long CONTEXT_APPLICATION = 0x7;

  /** The server does not know the session (any more). Source: MC-BUP 3.1.5.1.7. */
  public boolean sessionLost() {
    return hex(code) == SESSION_NOT_FOUND;
  }

  /** The server application failed, not the server. Source: MC-BUP 2.2.1.2. */
  public boolean fromApplication() {
    return hex(context) == CONTEXT_APPLICATION;
  }

  /** The caller has to change something before another try makes sense. */
  public boolean forCaller() {
    return status < 500
        || status == 501
        || status == 505
        || hex(code) == TOO_LARGE
        || hex(code) == INVALID_ARGUMENT;
  }

  /**
   * Whether an error of the application goes away by itself. Source: Win32 "Handling Server
   * Application Errors".
   */
  public boolean transientInApplication() {
    boolean fatal =
        status >= 300 && status <= 305
            || status == 307
            || status >= 400 && status < 500 && status != 408 && status != 409
            || status == 501
            || status == 505;
    return fromApplication() && !fatal;
  }

  /** Reads a hexadecimal number with or without 0x; -1 if it is none. */
  static long hex(String text) {
    if (text == null) {
      return -1;
    }
    String digits = text.trim().toLowerCase(Locale.ROOT);
    if (digits.startsWith("0x")) {
      digits = digits.substring(2);
    } else if (digits.startsWith("x")) {
      digits = digits.substring(1);
    }
    if (digits.isEmpty() || digits.length() > 16) {
      return -1;
    }
    try {
      return Long.parseUnsignedLong(digits, 16) & 0xFFFFFFFFL;
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  @Override
  public String toString() {
    StringBuilder text = new StringBuilder().append(status);
    if (code != null) {
      text.append(' ').append(code);
    }
    if (context != null) {
      text.append(" context ").append(context);
    }
    return text.toString();
  }
}
