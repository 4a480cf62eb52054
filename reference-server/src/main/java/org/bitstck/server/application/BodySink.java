package org.bitstck.server.application;

import java.io.IOException;
import java.nio.ByteBuffer;

/** Takes the body of a notification by value, piece by piece. */
@FunctionalInterface
public interface BodySink {

  /**
   * Takes the next bytes.
   *
   * @throws IOException if they cannot be kept
   */
  void write(ByteBuffer bytes) throws IOException;
}
