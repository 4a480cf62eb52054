package org.bitstck.client.upload;

/** Decides how much goes into a fragment. */
public interface FragmentSizes {
  /** Bytes of the next fragment. */
  long next();

  /**
   * The server did not take a fragment.
   *
   * @param refused its bytes
   * @return false if it was as small as it may be
   */
  boolean shrink(long refused);
}
