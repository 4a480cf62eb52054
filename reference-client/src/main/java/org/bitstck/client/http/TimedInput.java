package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;
import java.nio.channels.SocketChannel;
import java.time.Duration;

/** Reads from a socket until a deadline, however many reads that takes. */
final class TimedInput extends InputStream {
  private static final int POLL_MILLIS = 1;

  private final SocketChannel plain;
  private final Socket socket;
  private final InputStream in;
  private Deadline deadline = new Deadline(Duration.ofMinutes(5), "no answer");
  private boolean polling;
  private boolean ended;

  /**
   * Reads from a connection.
   *
   * @param plain the channel if its bytes are read as they come, null if TLS is in between
   */
  TimedInput(Socket socket, SocketChannel plain) throws IOException {
    this.plain = plain;
    this.socket = socket;
    this.in = socket.getInputStream();
  }

  void deadline(Deadline next) {
    deadline = next;
  }

  /** While polling a read does not wait: what is not there yet is a time-out. */
  void poll(boolean on) {
    polling = on;
  }

  /** Whether the other side has closed, as far as it was looked at. */
  boolean ended() {
    return ended;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    if (polling && plain != null) {
      return pollChannel(ByteBuffer.wrap(bytes, offset, length));
    }
    socket.setSoTimeout(polling ? POLL_MILLIS : deadline.remainingMillis());
    try {
      int n = in.read(bytes, offset, length);
      ended = n < 0;
      return n;
    } catch (SocketTimeoutException e) {
      throw polling ? e : new SocketTimeoutException(deadline.what());
    }
  }

  private int pollChannel(ByteBuffer bytes) throws IOException {
    plain.configureBlocking(false);
    try {
      int n = plain.read(bytes);
      if (n == 0) {
        throw new SocketTimeoutException("nothing there");
      }
      ended = n < 0;
      return n;
    } finally {
      plain.configureBlocking(true);
    }
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
