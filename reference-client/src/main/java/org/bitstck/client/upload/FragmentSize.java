package org.bitstck.client.upload;

/** What the caller wants, and half of it after a 413. Source: MC-BUP 3.1.5.2.3, notes 10 and 16. */
final class FragmentSize implements FragmentSizes {
  /** Bytes below which Windows does not go. */
  static final long LEAST = 5 * 1024;

  private final UploadState state;
  private final long wanted;

  FragmentSize(UploadState state, long wanted) {
    this.state = state;
    this.wanted = wanted;
  }

  @Override
  public long next() {
    long size = state.fragmentSize > 0 ? Math.min(state.fragmentSize, wanted) : wanted;
    return Math.min(size, state.size - state.offset);
  }

  @Override
  public boolean shrink(long refused) {
    if (refused <= LEAST) {
      return false;
    }
    state.fragmentSize = Math.max(LEAST, refused / 2);
    return true;
  }
}
