package org.bitstck.play.server;

import java.util.List;
import java.util.Map;
import org.bitstck.exchange.Exchange;
import org.bitstck.scenario.Step;

/**
 * What happened in a step.
 *
 * @param exchanges one per repetition; the read-back's own for a look at a stored file
 * @param stored what was found at the destination; null for other steps
 * @param directory the directory that it ran in
 * @param settings what the subject file says of that directory
 */
public record StepRecord(
    Step step,
    List<Exchange> exchanges,
    StoredFile stored,
    String directory,
    Map<String, String> settings) {

  public StepRecord(Step step, List<Exchange> exchanges, StoredFile stored, String directory) {
    this(step, exchanges, stored, directory, Map.of());
  }
}
