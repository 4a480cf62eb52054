package org.bitstck.engine;

import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;

/**
 * How a suite is played.
 *
 * @param jobs scenarios that work at once; those that wait do not count
 * @param shared slots that several runs share; null where a run has its own, one for each job
 */
public record RunOptions(
    Profile profile, Selection selection, int jobs, Limits limits, Slots shared) {

  public RunOptions(Profile profile, Selection selection, int jobs, Limits limits) {
    this(profile, selection, jobs, limits, null);
  }

  /** New slots, one for each scenario that may work at once. */
  public Slots slots() {
    return shared == null ? new Slots(jobs) : shared;
  }
}
