package org.bitstck.play.application;

import java.util.List;
import org.bitstck.exchange.Exchange;
import org.bitstck.scenario.application.ApplicationStep;

/**
 * What happened in a step.
 *
 * @param exchange null for a look at the effects
 * @param reply what belongs to the answer; null for a look at the effects
 * @param effects how often the upload had its effect; -1 if that cannot be told, and for others
 * @param detail why it cannot be told; null if it can
 */
public record ToldStep(
    ApplicationStep step, Exchange exchange, ReplySeen reply, int effects, String detail) {

  static ToldStep of(ApplicationStep step, Exchange exchange, ReplySeen reply) {
    return new ToldStep(step, exchange, reply, -1, null);
  }

  public List<Exchange> exchanges() {
    return exchange == null ? List.of() : List.of(exchange);
  }
}
