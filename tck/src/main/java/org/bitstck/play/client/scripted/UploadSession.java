package org.bitstck.play.client.scripted;

import org.bitstck.play.TestFile;

/** A session of the server: what it has of an upload. */
final class UploadSession {
  private static final long UNKNOWN = -1;

  private final String id;
  private final String path;
  private final StoredBytes stored;
  private long total = UNKNOWN;

  /**
   * @param path of the destination, decoded
   */
  UploadSession(String id, String path, TestFile file) {
    this(id, path, new StoredBytes(file));
  }

  private UploadSession(String id, String path, StoredBytes stored) {
    this.id = id;
    this.path = path;
    this.stored = stored;
  }

  String id() {
    return id;
  }

  String path() {
    return path;
  }

  /** The next byte wanted. */
  long offset() {
    return stored.length();
  }

  /** The total that the fragments so far have named; -1 before the first one. */
  long total() {
    return total;
  }

  boolean isComplete() {
    return total == stored.length();
  }

  StoredBytes stored() {
    return stored;
  }

  void take(ContentRangeValue range, Content content) {
    total = range.total();
    stored.store(range.first(), content);
  }

  /** From now on it has so many bytes of a file of that size. */
  void hold(long count, long size) {
    total = total == UNKNOWN ? size : total;
    stored.hold(Math.min(count, total));
  }

  UploadSession copy() {
    UploadSession copy = new UploadSession(id, path, stored.copy());
    copy.total = total;
    return copy;
  }
}
