package org.bitstck.scenario;

import java.util.List;

/**
 * Looks at the file at the destination, by HTTP or in the folder, as the subject file says.
 *
 * @param destination which of the scenario's destinations
 * @param directory part of the subject; null means the scenario's
 */
public record StoredStep(
    Place at, String destination, String directory, List<Expectation> expectations)
    implements Step {
  @Override
  public String label() {
    return "look at the stored file";
  }
}
