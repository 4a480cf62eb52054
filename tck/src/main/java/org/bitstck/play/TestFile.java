package org.bitstck.play;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.LongBuffer;
import org.bitstck.scenario.FileSpec;

/**
 * The bytes of a file that a scenario uploads: a fixed function of seed and offset, so that any
 * part of a file of any size is there without being held.
 *
 * <p>Letters only, A to P: that a server spoils line ends, zeros or the high bit is for the
 * scenarios that write their content themselves, not for all that look at a stored file.
 */
public final class TestFile {
  private static final long LOW_HALVES = 0x0F0F0F0F0F0F0F0FL;
  private static final long LETTERS = 0x4141414141414141L;
  private static final int AT_ONCE = 1024;

  private final FileSpec spec;
  private final long seed;
  private final boolean zeros;

  /**
   * @param seed the same for every run of the scenario
   */
  public TestFile(FileSpec spec, long seed) {
    this(spec, seed, false);
  }

  private TestFile(FileSpec spec, long seed, boolean zeros) {
    this.spec = spec;
    this.seed = seed ^ spec.name().hashCode() * 0x9E3779B97F4A7C15L;
    this.zeros = zeros;
  }

  /** One of zeros: what a file is that has a size, but takes no room on the disk. */
  public static TestFile ofZeros(FileSpec spec) {
    return new TestFile(spec, 0, true);
  }

  public long size() {
    return spec.size();
  }

  /**
   * A part of the file; offsets beyond its size are legal and have bytes as well.
   *
   * @param first zero-based
   * @param last inclusive
   */
  public byte[] bytes(long first, long last) {
    byte[] bytes = new byte[(int) (last - first + 1)];
    if (zeros) {
      return bytes;
    }
    int own = spec.bytes() == null ? 0 : spec.bytes().length;
    int at = first < own ? (int) Math.min(own - first, bytes.length) : 0;
    if (at > 0) {
      System.arraycopy(spec.bytes(), (int) first, bytes, 0, at);
    }
    at = letters(bytes, at, Math.min(bytes.length, at + (int) (-(first + at) & 7)), first);
    int whole = (bytes.length - at) & -Long.BYTES;
    blocks(ByteBuffer.wrap(bytes, at, whole), (first + at) >>> 3);
    letters(bytes, at + whole, bytes.length, first);
    return bytes;
  }

  /** Puts single letters; returns where it ended. */
  private int letters(byte[] bytes, int from, int to, long first) {
    for (int at = from; at < to; at++) {
      long offset = first + at;
      bytes[at] = (byte) (block(offset >>> 3) >>> ((offset & 7) * 8));
    }
    return to;
  }

  /** Puts whole blocks, many at a time: a large file is much to calculate. */
  private void blocks(ByteBuffer to, long number) {
    LongBuffer left = to.order(ByteOrder.LITTLE_ENDIAN).asLongBuffer();
    long[] some = new long[Math.min(left.remaining(), AT_ONCE)];
    long next = number;
    while (left.hasRemaining()) {
      int count = Math.min(left.remaining(), some.length);
      for (int i = 0; i < count; i++) {
        some[i] = block(next++);
      }
      left.put(some, 0, count);
    }
  }

  /** Eight letters by SplitMix64 on the block's number: neighbouring blocks never look alike. */
  private long block(long number) {
    long z = seed + number * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) & LOW_HALVES) + LETTERS;
  }
}
