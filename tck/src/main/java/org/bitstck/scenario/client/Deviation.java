package org.bitstck.scenario.client;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.bitstck.scenario.WireFault;
import org.bitstck.yaml.Place;

/**
 * Where the kit's server leaves the right way. Of several for one request the first one counts.
 *
 * @param on which requests
 * @param event what happens before the request is handled
 * @param ack what the answer says otherwise
 * @param wire what happens on the wire
 */
public record Deviation(Place at, Trigger on, ServerEvent event, AckEdit ack, WireFault wire) {
  /** In words: {@code forget session; status 500}. */
  public String describe() {
    return Stream.of(event.describe(), ack.describe(), wire.describe())
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining("; "));
  }
}
