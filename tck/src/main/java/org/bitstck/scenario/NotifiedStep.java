package org.bitstck.scenario;

import java.util.List;

/** Looks at what the server application was told about the destination so far. */
public record NotifiedStep(Place at, String destination, List<Expectation> expectations)
    implements Step {
  @Override
  public String label() {
    return "look at the notifications";
  }
}
