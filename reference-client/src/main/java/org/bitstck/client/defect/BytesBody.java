package org.bitstck.client.defect;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.bitstck.client.http.Body;

/** A body that is in memory. */
record BytesBody(byte[] bytes) implements Body {
  static BytesBody of(String text) {
    return new BytesBody(text.getBytes(StandardCharsets.US_ASCII));
  }

  /** The bytes of another body. */
  static byte[] bytes(Body body) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    WritableByteChannel sink = Channels.newChannel(bytes);
    try {
      while (bytes.size() < body.length()) {
        body.transferTo(bytes.size(), body.length() - bytes.size(), sink);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public long length() {
    return bytes.length;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    int most = (int) Math.min(count, bytes.length - position);
    return sink.write(ByteBuffer.wrap(bytes, (int) position, most));
  }
}
