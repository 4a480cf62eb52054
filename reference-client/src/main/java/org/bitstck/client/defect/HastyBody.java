package org.bitstck.client.defect;

import java.io.IOException;
import java.nio.channels.WritableByteChannel;
import org.bitstck.client.http.Body;

/** A body before whose last byte something else is done. */
final class HastyBody implements Body {
  private final Body body;
  private final Runnable before;
  private boolean done;

  HastyBody(Body body, Runnable before) {
    this.body = body;
    this.before = before;
  }

  @Override
  public long length() {
    return body.length();
  }

  @Override
  public long transferTo(long position, long count, WritableByteChannel sink) throws IOException {
    long last = body.length() - 1;
    if (position < last) {
      return body.transferTo(position, Math.min(count, last - position), sink);
    }
    if (!done) {
      done = true;
      before.run();
    }
    return body.transferTo(position, count, sink);
  }
}
