package org.bitstck.server.session;

import org.bitstck.server.protocol.ContentRange;

/** What becomes of a fragment that does not begin at the next byte wanted. */
public interface OverlapPolicy {
  /** The value of {@link #skip} for a fragment that is refused with 416. */
  long REFUSE = -1;

  /**
   * Decides on one fragment.
   *
   * @param range of the fragment
   * @param wanted zero-based offset of the next byte wanted
   * @return how many bytes at the beginning of the fragment are not stored (at most its length), or
   *     {@link #REFUSE}
   */
  long skip(ContentRange range, long wanted);

  /**
   * MC-BUP 3.2.5.2.6: a fragment starts at the next byte wanted; only a complete entity is
   * repeated.
   */
  static OverlapPolicy exact() {
    return (range, wanted) -> {
      if (range.first() == wanted) {
        return 0;
      }
      // the repeated last fragment has to succeed, or the client cannot finish (MC-BUP 3.2.5.1.2)
      return wanted == range.total() ? range.length() : REFUSE;
    };
  }

  /** Win32: what was received already is left out, the rest is stored. */
  static OverlapPolicy storeTail() {
    return (range, wanted) ->
        range.first() > wanted ? REFUSE : Math.min(range.length(), wanted - range.first());
  }
}
