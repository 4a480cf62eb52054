package org.bitstck.play.wire;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.bitstck.exchange.Ending;
import org.bitstck.play.Patience;

/** Bytes from a peer, each read under a deadline. */
final class WireInput {
  /** A peer that needs longer than this is waiting, not working: others get their turn. */
  private static final int LONG_WAIT_MS = 50;

  /** How every answer begins. */
  private static final String ANSWER = "HTTP/";

  private final Socket socket;
  private final InputStream stream;
  private final Patience patience;
  private final byte[] buffer = new byte[8192];
  private int position;
  private int limit;
  private long deadlineNanos;
  private long firstByteNanos;
  private long count;

  WireInput(Socket socket, Patience patience) throws IOException {
    this.socket = socket;
    this.stream = socket.getInputStream();
    this.patience = patience;
  }

  /** Starts the reading of an answer. */
  void begin(Duration untilFirstByte) {
    firstByteNanos = 0;
    count = 0;
    allow(untilFirstByte);
  }

  /** Sets a new deadline from now on. */
  void allow(Duration time) {
    deadlineNanos = System.nanoTime() + time.toNanos();
  }

  /** True if the deadline has passed, though bytes may still be here. */
  boolean isOver() {
    return System.nanoTime() - deadlineNanos > 0;
  }

  /** When the first byte since {@link #begin} came, in {@link System#nanoTime}; 0 if none did. */
  long firstByteNanos() {
    return firstByteNanos;
  }

  /** Bytes taken since {@link #begin}. */
  long count() {
    return count;
  }

  /** Bytes that are here already, without waiting. */
  int pending() {
    try {
      return limit - position + stream.available();
    } catch (IOException e) {
      return 0;
    }
  }

  /** True if what is here already begins like an answer. */
  boolean isAnswerPending() {
    try {
      if (position == limit && (pending() == 0 || !fill())) {
        return false;
      }
    } catch (AnswerProblem e) {
      return false;
    }
    int length = Math.min(limit - position, ANSWER.length());
    return new String(buffer, position, length, StandardCharsets.ISO_8859_1).equals(ANSWER);
  }

  /**
   * As many of the next bytes as are here at once, at least one.
   *
   * @param most how many are wanted, at least 1
   * @return how many were taken, or -1 at the end of the connection
   * @throws AnswerProblem TIMED_OUT or RESET
   */
  int read(ByteArrayOutputStream into, long most) throws AnswerProblem {
    if (position == limit && !fill()) {
      return -1;
    }
    return take(into, (int) Math.min(limit - position, most));
  }

  /**
   * The bytes that are here, up to the next end of a line.
   *
   * @return the last byte taken, LF if the line is whole, or -1 at the end of the connection
   * @throws AnswerProblem TIMED_OUT or RESET
   */
  int readLine(ByteArrayOutputStream into) throws AnswerProblem {
    if (position == limit && !fill()) {
      return -1;
    }
    int end = position;
    while (end < limit && buffer[end++] != '\n') {
      // on to the LF
    }
    take(into, end - position);
    return buffer[end - 1] & 0xFF;
  }

  private int take(ByteArrayOutputStream into, int some) {
    if (count == 0 && firstByteNanos == 0) {
      firstByteNanos = System.nanoTime();
    }
    into.write(buffer, position, some);
    position += some;
    count += some;
    return some;
  }

  /** Waits for a byte without taking it: true if there is one, false at the end or in silence. */
  boolean await(Duration time) {
    long before = deadlineNanos;
    allow(time);
    try {
      return position < limit || fill();
    } catch (AnswerProblem e) {
      return false;
    } finally {
      deadlineNanos = before;
    }
  }

  private boolean fill() throws AnswerProblem {
    boolean waiting = false;
    try {
      while (true) {
        long left = (deadlineNanos - System.nanoTime()) / 1_000_000;
        if (left <= 0) {
          throw new AnswerProblem(Ending.TIMED_OUT, "");
        }
        socket.setSoTimeout((int) Math.min(left, waiting ? left : LONG_WAIT_MS));
        try {
          int read = stream.read(buffer, 0, buffer.length);
          position = 0;
          limit = Math.max(read, 0);
          return read > 0;
        } catch (SocketTimeoutException e) {
          if (!waiting && System.nanoTime() < deadlineNanos) {
            waiting = true;
            patience.longWait();
          }
        }
      }
    } catch (IOException e) {
      throw new AnswerProblem(Ending.RESET, "");
    } finally {
      if (waiting) {
        patience.over();
      }
    }
  }
}
