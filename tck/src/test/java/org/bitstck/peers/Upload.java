package org.bitstck.peers;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;

/** A session: what has come so far of a file. Callers synchronize on it. */
public final class Upload {
  private final String id;
  private final String path;
  private final ByteArrayOutputStream data = new ByteArrayOutputStream();
  private long total = -1;

  /**
   * @param path of the destination
   */
  public Upload(String id, String path) {
    this.id = id;
    this.path = path;
  }

  public String id() {
    return id;
  }

  public String path() {
    return path;
  }

  /** The next byte wanted. */
  public long offset() {
    return data.size();
  }

  /** Size of the file; -1 before the first fragment. */
  public long total() {
    return total;
  }

  public void announce(long size) {
    total = size;
  }

  public boolean isComplete() {
    return offset() == total;
  }

  public void append(byte[] bytes) {
    data.writeBytes(bytes);
  }

  /** Puts bytes at an offset, over what is there or behind a hole of zeros. */
  public void put(long offset, byte[] bytes) {
    byte[] before = data.toByteArray();
    int end = (int) offset + bytes.length;
    byte[] after = Arrays.copyOf(before, Math.max(before.length, end));
    System.arraycopy(bytes, 0, after, (int) offset, bytes.length);
    data.reset();
    data.writeBytes(after);
  }

  public byte[] bytes() {
    return data.toByteArray();
  }
}
