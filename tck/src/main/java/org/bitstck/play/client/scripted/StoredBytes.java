package org.bitstck.play.client.scripted;

import java.util.Arrays;
import org.bitstck.play.TestFile;

/**
 * What a session has of the client's file. Of files beyond {@link #KEPT} only that, and whether, it
 * is like the file; the bytes of all others.
 */
final class StoredBytes {
  /** Files up to this size are held, in bytes. */
  static final long KEPT = 16 * 1024 * 1024;

  private final TestFile file;
  private final boolean kept;
  private byte[] bytes = new byte[0];
  private long length;
  private boolean likeFile = true;

  /**
   * @param file as it was at the start
   */
  StoredBytes(TestFile file) {
    this.file = file;
    this.kept = file.size() <= KEPT;
  }

  long length() {
    return length;
  }

  /** True if all is as in the file; known only where the bytes are not held. */
  boolean likeFile() {
    return likeFile;
  }

  /** The bytes; null where they are not held. */
  byte[] bytes() {
    return kept ? Arrays.copyOf(bytes, (int) length) : null;
  }

  /**
   * Stores what is new in a fragment.
   *
   * @param first where it begins; not behind the bytes that are here
   */
  void store(long first, Content content) {
    long skip = length - first;
    if (skip >= content.length()) {
      return;
    }
    long end = first + content.length();
    if (kept && end <= 2 * KEPT) {
      reserve(end);
      byte[] source =
          content.bytes() != null
              ? content.bytes()
              : content.likeFile() ? file.bytes(first, end - 1) : new byte[(int) content.length()];
      System.arraycopy(source, (int) skip, bytes, (int) length, (int) (end - length));
    }
    likeFile &= isLikeFile(first, content);
    length = end;
  }

  private boolean isLikeFile(long first, Content content) {
    if (content.bytes() == null) {
      return content.likeFile();
    }
    return kept || Arrays.equals(content.bytes(), file.bytes(first, first + content.length() - 1));
  }

  /** From now on so many bytes are here; what was missing is as in the file. */
  void hold(long count) {
    if (kept && count > length && count <= 2 * KEPT) {
      reserve(count);
      System.arraycopy(
          file.bytes(length, count - 1), 0, bytes, (int) length, (int) (count - length));
    }
    length = count;
  }

  private void reserve(long size) {
    if (size > bytes.length) {
      bytes = Arrays.copyOf(bytes, (int) Math.max(size, Math.min(file.size(), 2L * bytes.length)));
    }
  }

  /** A copy that goes its own way. */
  StoredBytes copy() {
    StoredBytes copy = new StoredBytes(file);
    // bytes behind the length are overwritten by both, but read by none
    copy.bytes = bytes.clone();
    copy.length = length;
    copy.likeFile = likeFile;
    return copy;
  }
}
