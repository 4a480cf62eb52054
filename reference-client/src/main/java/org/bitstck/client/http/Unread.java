package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;

/** What becomes of a body that nobody wants. */
final class Unread {
  private static final int MOST = 256 * 1024;

  private Unread() {}

  /** Reads it, unless it is much or has no end but that of the connection. */
  static boolean drop(Answer answer, InputStream body, Runnable progressed) throws IOException {
    if (body == null) {
      return true;
    }
    boolean chunked = answer.header("Transfer-Encoding") != null;
    if (!chunked && (answer.contentLength() < 0 || answer.contentLength() > MOST)) {
      return false;
    }
    byte[] buffer = new byte[4096];
    long read = 0;
    while (read <= MOST) {
      int n = body.read(buffer);
      if (n < 0) {
        return true;
      }
      read += n;
    }
    return false;
  }
}
