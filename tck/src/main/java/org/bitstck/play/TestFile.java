package org.bitstck.play;

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
    while (at < bytes.length) {
      long offset = first + at;
      long letters = block(offset >>> 3) >>> ((offset & 7) * 8);
      int end = (int) Math.min(bytes.length, at + Long.BYTES - (offset & 7));
      for (; at < end; at++, letters >>>= 8) {
        bytes[at] = (byte) letters;
      }
    }
    return bytes;
  }

  /** Eight letters by SplitMix64 on the block's number: neighbouring blocks never look alike. */
  private long block(long number) {
    long z = seed + number * 0x9E3779B97F4A7C15L;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return ((z ^ (z >>> 31)) & LOW_HALVES) + LETTERS;
  }
}
