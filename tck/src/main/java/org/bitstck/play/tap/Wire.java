package org.bitstck.play.tap;

import java.io.IOException;
import java.net.Socket;
import java.util.concurrent.TimeUnit;

/** What can be done to a client's connection. */
final class Wire {
  /** So long a client is given to take what was sent before its connection ends. */
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(250);

  private final Socket socket;
  private final WireReader in;
  private long firstByteNanos;

  Wire(Socket socket, WireReader in) {
    this.socket = socket;
    this.in = in;
  }

  /** Starts an answer. */
  void begin() {
    firstByteNanos = 0;
  }

  /** When the first byte since {@link #begin} went out; 0 if none did. */
  long firstByteNanos() {
    return firstByteNanos;
  }

  void send(byte[] bytes, int from, int count) throws IOException {
    if (count > 0) {
      if (firstByteNanos == 0) {
        firstByteNanos = System.nanoTime();
      }
      socket.getOutputStream().write(bytes, from, count);
    }
  }

  /** The client sees an end of the stream, and all that was sent before. */
  void close() {
    try {
      socket.shutdownOutput();
      in.dropFor(LINGER_NANOS);
    } catch (IOException e) {
      // closed already
    }
    closeNow();
  }

  /** The client sees a reset. */
  void reset() {
    try {
      socket.setSoLinger(true, 0);
    } catch (IOException e) {
      // closed already
    }
    closeNow();
  }

  /** From now on little more than what is read fits into the connection. */
  void narrow() {
    try {
      socket.setReceiveBufferSize(4096);
    } catch (IOException e) {
      // closed already
    }
  }

  void closeNow() {
    try {
      socket.close();
    } catch (IOException e) {
      // it is of no more use either way
    }
  }
}
