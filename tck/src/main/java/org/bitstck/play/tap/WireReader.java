package org.bitstck.play.tap;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.bitstck.exchange.Ending;

/** Bytes from a client, under deadlines, with the time at which they came. */
final class WireReader {
  private static final int BUFFER = 64 * 1024;

  private final Socket socket;
  private final InputStream in;
  private final byte[] buffer = new byte[BUFFER];
  private int position;
  private int end;
  private long seenNanos;

  WireReader(Socket socket) throws IOException {
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  /** When the next byte was here, in {@link System#nanoTime}. */
  long seenNanos() {
    return seenNanos;
  }

  /**
   * Waits for the next request, for as long as it takes.
   *
   * @return false if the client has closed the connection
   */
  boolean awaitRequest() throws IOException {
    do {
      if (position == end && fill(0) < 0) {
        return false;
      }
      skipLineEnds();
    } while (position == end);
    return true;
  }

  /** Line ends between requests mean nothing: RFC 2616 section 4.1. */
  private void skipLineEnds() {
    while (position < end && (buffer[position] == '\r' || buffer[position] == '\n')) {
      position++;
    }
  }

  /** True if more than line ends is here already; takes in what can be had without waiting. */
  boolean hasMore() throws IOException {
    skipLineEnds();
    while (position == end && in.available() > 0) {
      fill(1);
      skipLineEnds();
    }
    return position < end;
  }

  /**
   * Waits until the client closes the connection, or sends something, or time is over.
   *
   * @return true if the client has closed the connection
   */
  boolean isGone(long nanos) {
    try {
      if (hasMore()) {
        return false;
      }
      return fill((int) Math.max(1, nanos / 1_000_000)) < 0;
    } catch (SocketTimeoutException e) {
      return false;
    } catch (IOException e) {
      return true;
    }
  }

  /** Drops what comes until the client closes the connection; returns how much came. */
  int dropAll() {
    int dropped = end - position;
    position = end;
    try {
      while (fill(0) >= 0) {
        dropped += end - position;
        position = end;
      }
    } catch (IOException e) {
      // closed by somebody, which is what was waited for
    }
    return dropped;
  }

  /** Drops what comes for so long at most, so that closing does not cut off what was sent. */
  void dropFor(long nanos) {
    long until = System.nanoTime() + nanos;
    position = end;
    try {
      while (System.nanoTime() < until) {
        if (fill(millisTo(until)) < 0) {
          return;
        }
        position = end;
      }
    } catch (IOException e) {
      // the client is gone, or talks too long
    }
  }

  /** The next byte. */
  int next(long deadlineNanos) throws RequestProblem {
    need(deadlineNanos);
    return buffer[position++] & 0xFF;
  }

  /**
   * The next bytes, as many as are here.
   *
   * @return how many; at least one
   */
  int next(byte[] target, long most, long deadlineNanos) throws RequestProblem {
    need(deadlineNanos);
    int count = (int) Math.min(Math.min(most, target.length), end - position);
    System.arraycopy(buffer, position, target, 0, count);
    position += count;
    return count;
  }

  private void need(long deadlineNanos) throws RequestProblem {
    if (position < end) {
      return;
    }
    try {
      if (fill(millisTo(deadlineNanos)) < 0) {
        throw new RequestProblem(Ending.CLOSED, 0, "by the client, in the middle of a request");
      }
    } catch (SocketTimeoutException e) {
      throw new RequestProblem(Ending.TIMED_OUT, 408, "the request does not come to its end");
    } catch (IOException e) {
      throw new RequestProblem(Ending.RESET, 0, "by the client, in the middle of a request");
    }
  }

  private static int millisTo(long deadlineNanos) {
    return (int) Math.max(1, (deadlineNanos - System.nanoTime()) / 1_000_000);
  }

  /** Reads into the empty buffer; 0 means without a deadline. */
  private int fill(int millis) throws IOException {
    socket.setSoTimeout(millis);
    int count = in.read(buffer, 0, BUFFER);
    seenNanos = System.nanoTime();
    position = 0;
    end = Math.max(0, count);
    return count;
  }
}
