package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;

/** What becomes of a body, or of the rest of one, that nobody wants. */
final class Unread {
  private static final int MOST = 256 * 1024;

  private Unread() {}

  /** Reads it, unless it is much or has no end but that of the connection. */
  static void drop(Answer answer, InputStream body, Runnable progressed) throws IOException {
    if (body == null || !isFramed(answer) || answer.contentLength() > MOST) {
      return;
    }
    byte[] buffer = new byte[4096];
    for (long read = 0; read <= MOST; ) {
      int n = body.read(buffer);
      if (n < 0) {
        return;
      }
      read += n;
    }
  }

  /**
   * Whether the body has been read to its end, so that another answer can follow; a rest is
   * dropped.
   */
  static boolean isGone(Answer answer, InputStream body) {
    if (body == null) {
      return true;
    }
    try {
      drop(answer, body, () -> {});
      return isFramed(answer) && body.read() < 0;
    } catch (IOException e) {
      // the answer is complete as far as anybody wanted it
      return false;
    }
  }

  private static boolean isFramed(Answer answer) {
    return answer.header("Transfer-Encoding") != null || answer.contentLength() >= 0;
  }
}
