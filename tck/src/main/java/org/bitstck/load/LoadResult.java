package org.bitstck.load;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.bitstck.engine.RunResult;

/**
 * What many uploads at once have shown.
 *
 * @param result the findings, as of a run
 * @param plan what was asked of the server
 * @param whole uploads that went well from the first packet to the last
 * @param refused uploads to which CREATE-SESSION got a refusal: a busy server may say no
 * @param broken uploads that ended in another way
 * @param reasons why, with how often; the most frequent ones
 * @param acks times of the Acks by packet
 * @param time from the first upload's begin to the last one's end
 * @param run name of the run, part of the name of each file that it left on the server
 */
public record LoadResult(
    RunResult result,
    LoadPlan plan,
    int whole,
    int refused,
    int broken,
    Map<String, Integer> reasons,
    List<Times> acks,
    Duration time,
    String run) {

  /**
   * Times of Acks, in microseconds.
   *
   * @param packet the kind, as the wire has it
   */
  public record Times(String packet, long count, long p50, long p99, long most) {}

  /** Uploads that were begun. */
  public int begun() {
    return whole + refused + broken;
  }

  public double seconds() {
    return Math.max(1, time.toMillis()) / 1000.0;
  }
}
