package org.bitstck.client.defect;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import org.bitstck.client.http.Body;

/** A body as one chunk and the last one. Source: RFC 9112 7.1. */
final class ChunkedBody implements Body {
  private final byte[] before;
  private final Body body;
  private final byte[] behind = "\r\n0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  ChunkedBody(Body body) {
    this.body = body;
    this.before = (Long.toHexString(body.length()) + "\r\n").getBytes(StandardCharsets.US_ASCII);
  }

  @Override
  public long length() {
    return before.length + body.length() + behind.length;
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    long inBody = position - before.length;
    if (inBody < 0) {
      return write(before, position, count, sink);
    }
    if (inBody < body.length()) {
      return body.transferTo(inBody, Math.min(count, body.length() - inBody), sink);
    }
    return write(behind, inBody - body.length(), count, sink);
  }

  private static long write(byte[] bytes, long from, long count, WritableByteChannel sink)
      throws IOException {
    int most = (int) Math.min(count, bytes.length - from);
    return sink.write(ByteBuffer.wrap(bytes, (int) from, most));
  }
}
