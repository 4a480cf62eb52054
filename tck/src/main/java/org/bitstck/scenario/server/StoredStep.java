package org.bitstck.scenario.server;

import java.util.List;
import org.bitstck.scenario.Expectation;
import org.bitstck.yaml.Place;

/**
 * Looks at the file at the destination, by HTTP or in the folder, as the subject file says.
 *
 * @param outside looks for the file anywhere above the upload folder instead, where a careless
 *     server would have put it
 * @param destination which of the scenario's destinations
 * @param directory part of the subject; null means the scenario's
 */
public record StoredStep(
    Place at, boolean outside, String destination, String directory, List<Expectation> expectations)
    implements Step {
  @Override
  public String label() {
    return outside ? "look outside of the upload folder" : "look at the stored file";
  }
}
