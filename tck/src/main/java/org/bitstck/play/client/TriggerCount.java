package org.bitstck.play.client;

import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;

/** Counts the requests that a trigger speaks of. */
final class TriggerCount {
  private final Trigger trigger;
  private int count;

  TriggerCount(Trigger trigger) {
    this.trigger = trigger;
  }

  /** The next request; returns whether it is meant. */
  boolean meets(RequestKind kind, Trigger.Host host, boolean completing) {
    boolean spokenOf =
        (trigger.kinds().isEmpty() || trigger.kinds().contains(kind))
            && (trigger.host() == Trigger.Host.ANY || trigger.host() == host)
            && (!trigger.completing() || completing);
    if (spokenOf) {
      count++;
    }
    return spokenOf && count >= trigger.from() && count <= trigger.to();
  }
}
