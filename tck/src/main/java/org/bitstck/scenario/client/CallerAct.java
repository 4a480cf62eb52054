package org.bitstck.scenario.client;

import org.bitstck.yaml.Place;

/**
 * What the client's caller does behind the start.
 *
 * @param kind what it does
 * @param when the request at which it does so, once it was read and before it is answered; null
 *     means: when the outcome of the act before is there
 * @param credentials the act hands over credentials; for {@code RESUME}
 */
public record CallerAct(Place at, Kind kind, Trigger when, boolean credentials) {
  /** What a caller can do; also the name of the capability that the client needs for it. */
  public enum Kind {
    PAUSE,
    RESUME,
    CANCEL
  }
}
