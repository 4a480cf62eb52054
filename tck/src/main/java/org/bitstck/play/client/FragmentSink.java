package org.bitstck.play.client;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.bitstck.exchange.Request;
import org.bitstck.play.TestFile;
import org.bitstck.play.client.scripted.Content;
import org.bitstck.play.client.scripted.ContentRangeValue;
import org.bitstck.play.tap.BodySink;

/** Keeps the body of a request, or, where that would be too much, compares it with the file. */
final class FragmentSink implements BodySink {
  private final TestFile file;
  private final long first;
  private final long limit;
  private final ByteArrayOutputStream kept;
  private long count;
  private boolean likeFile;

  /**
   * @param keep whether the body is kept
   * @param limit the most that is taken, in bytes
   */
  FragmentSink(Request head, TestFile file, boolean keep, long limit) {
    this.file = file;
    this.limit = limit;
    this.first = ContentRangeValue.of(head).map(ContentRangeValue::first).orElse(-1L);
    this.likeFile = first >= 0;
    this.kept = keep ? new ByteArrayOutputStream() : null;
  }

  @Override
  public long limit() {
    return limit;
  }

  @Override
  public long count() {
    return count;
  }

  @Override
  public void take(byte[] buffer, int bytes) {
    if (kept != null) {
      kept.write(buffer, 0, bytes);
    } else if (likeFile) {
      byte[] wanted = file.bytes(first + count, first + count + bytes - 1);
      likeFile = Arrays.equals(buffer, 0, bytes, wanted, 0, bytes);
    }
    count += bytes;
  }

  Content content() {
    return kept != null ? Content.of(kept.toByteArray()) : new Content(count, null, likeFile);
  }
}
