package org.bitstck.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** Session ids and when they were in use. May be told by several threads. */
final class GivenSessions {
  /** More than can be under way at once, so that those that could collide are still known. */
  private static final int REMEMBERED = 10 * LoadPlan.MOST_SESSIONS;

  private final Map<String, Use> uses =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Use> eldest) {
          return size() > REMEMBERED;
        }
      };

  /** From the Ack that gave it to the end of the upload; {@link System#nanoTime}. */
  private record Use(long from, long to) {
    boolean overlaps(Use other) {
      return from - other.to < 0 && other.from - to < 0;
    }
  }

  /**
   * An upload has ended.
   *
   * @return whether another upload had the same id at the same time
   */
  synchronized boolean isDouble(String id, long from, long to) {
    Use use = new Use(from, to);
    Use before = uses.put(id, use);
    return before != null && before.overlaps(use);
  }
}
