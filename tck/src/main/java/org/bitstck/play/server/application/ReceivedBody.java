package org.bitstck.play.server.application;

import java.io.ByteArrayOutputStream;
import org.bitstck.play.tap.BodySink;

/** Holds the body of a notification. */
final class ReceivedBody implements BodySink {
  /** More than any scenario uploads. */
  private static final long MOST_BYTES = 64L << 20;

  private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

  @Override
  public long limit() {
    return MOST_BYTES;
  }

  @Override
  public synchronized void take(byte[] buffer, int count) {
    bytes.write(buffer, 0, count);
  }

  @Override
  public synchronized long count() {
    return bytes.size();
  }

  synchronized byte[] bytes() {
    return bytes.toByteArray();
  }
}
