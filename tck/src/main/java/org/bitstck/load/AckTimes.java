package org.bitstck.load;

import org.HdrHistogram.ConcurrentHistogram;
import org.HdrHistogram.Histogram;

/** How long Acks to one kind of packet took, from the first byte sent to the last received. */
final class AckTimes {
  private static final long LONGEST_MICROS = 3_600_000_000L;
  private static final int DIGITS = 3;

  private final Histogram micros = new ConcurrentHistogram(LONGEST_MICROS, DIGITS);

  /** May be called by several threads. */
  void add(long time) {
    micros.recordValue(Math.min(time, LONGEST_MICROS));
  }

  LoadResult.Times times(String packet) {
    return new LoadResult.Times(
        packet,
        micros.getTotalCount(),
        micros.getValueAtPercentile(50),
        micros.getValueAtPercentile(99),
        micros.getMaxValue());
  }
}
