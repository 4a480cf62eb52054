package org.bitstck.client.http;

import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;

/** Waits while a body is sent: for room in the socket, or for an answer that comes early. */
final class BodySender implements AutoCloseable {
  private static final int SLICE_MILLIS = 250;

  private final SocketChannel channel;
  private Selector selector;
  private SelectionKey key;

  BodySender(SocketChannel channel) {
    this.channel = channel;
  }

  BodySender begin() throws IOException {
    channel.configureBlocking(false);
    return this;
  }

  /**
   * Waits.
   *
   * @return true if the server says something
   */
  boolean awaitRoomOrAnswer(Deadline deadline) throws IOException {
    if (selector == null) {
      selector = Selector.open();
    }
    if (key == null) {
      key = channel.register(selector, SelectionKey.OP_READ | SelectionKey.OP_WRITE);
    }
    // in slices, because closing the channel in another thread does not end a select
    selector.select(Math.min(SLICE_MILLIS, deadline.remainingMillis()));
    selector.selectedKeys().clear();
    if (!key.isValid()) {
      throw new ClosedChannelException();
    }
    return key.isReadable();
  }

  /** Ends the sending; the channel blocks again. */
  @Override
  public void close() throws IOException {
    if (key != null) {
      key.cancel();
      key = null;
      selector.selectNow();
    }
    if (channel.isOpen()) {
      channel.configureBlocking(true);
    }
  }

  void dispose() {
    try {
      if (selector != null) {
        selector.close();
      }
    } catch (IOException e) {
      // nothing depends on it
    }
  }
}
