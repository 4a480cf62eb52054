package org.bitstck.scenario.server;

import java.util.List;
import org.bitstck.scenario.Expectation;
import org.bitstck.yaml.Place;

/** Looks at what the server application was told about the destination so far. */
public record NotifiedStep(Place at, String destination, List<Expectation> expectations)
    implements Step {
  @Override
  public String label() {
    return "look at the notifications";
  }
}
