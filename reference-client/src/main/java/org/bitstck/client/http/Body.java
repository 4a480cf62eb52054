package org.bitstck.client.http;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;

/** The bytes of a request. They can be sent more than once. */
public interface Body {
  long length();

  /**
   * Sends a part, as much of it as the channel takes.
   *
   * @param position first byte, counted from the start of the body
   * @param count at most that many bytes
   * @return how many went; 0 if the channel takes none at the moment
   */
  long transferTo(long position, long count, WritableByteChannel sink) throws IOException;
}
