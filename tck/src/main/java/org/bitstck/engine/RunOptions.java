package org.bitstck.engine;

import org.bitstck.play.Limits;
import org.bitstck.requirement.Profile;

/**
 * How a suite is played.
 *
 * @param jobs scenarios that work at once; those that wait do not count
 */
public record RunOptions(Profile profile, Selection selection, int jobs, Limits limits) {}
