package org.bitstck.client.defect;

import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.PacketType;
import org.bitstck.client.upload.Failure;
import org.bitstck.client.upload.FailureRules;

/** Stands around the decision what becomes of failures; leaves it as it is. */
abstract class RulesFilter implements FailureRules {
  private final FailureRules next;

  RulesFilter(FailureRules next) {
    this.next = next;
  }

  @Override
  public boolean sessionLost(Failure failure) {
    return next.sessionLost(failure);
  }

  @Override
  public boolean retries(Failure failure) {
    return next.retries(failure);
  }

  @Override
  public boolean repeats(PacketType type, Ack ack, int repeated) {
    return next.repeats(type, ack, repeated);
  }
}
