package org.bitstck.server.directory;

/**
 * What fits into a directory. All in bytes; {@link #NONE} where there is no limit.
 *
 * @param entity largest file
 * @param fragment largest body of one FRAGMENT
 * @param quota all unfinished uploads of the directory together
 */
public record SizeLimits(long entity, long fragment, long quota) {
  public static final long NONE = Long.MAX_VALUE;

  public static final SizeLimits UNLIMITED = new SizeLimits(NONE, NONE, NONE);
}
