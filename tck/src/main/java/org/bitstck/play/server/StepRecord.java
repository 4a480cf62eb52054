package org.bitstck.play.server;

import java.util.List;
import org.bitstck.exchange.Exchange;
import org.bitstck.scenario.Step;

/**
 * What happened in a step.
 *
 * @param exchanges one per repetition; the read-back's own for a look at a stored file; none where
 *     nothing was left to send
 * @param stored what was found at the destination; null for other steps
 * @param directory the directory that it ran in
 */
public record StepRecord(
    Step step, List<Exchange> exchanges, StoredFile stored, String directory) {}
