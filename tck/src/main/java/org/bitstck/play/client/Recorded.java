package org.bitstck.play.client;

import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Timing;
import org.bitstck.scenario.WireFault;
import org.bitstck.scenario.client.Deviation;
import org.bitstck.scenario.client.RequestKind;
import org.bitstck.scenario.client.Trigger;

/**
 * A request of the client, and what the kit's server did with it.
 *
 * @param exchange the request as it came; the answer as it was sent, or how it ended without one;
 *     {@code sent} is when the request's first byte came, {@code firstByte} when the answer's first
 *     byte went out, {@code done} when its last byte had gone out
 * @param host which of the kit's names it was sent to
 * @param whole it came to its end, with as many bytes as it announced; true as well if the kit
 *     itself broke it off, as the deviation says
 * @param overlapping its first byte came before the answer to the scenario's request before had
 *     gone out
 * @param deviation that was applied; null if the server was right
 * @param bodyBytes the body's true length, framing taken off; as far as it was read
 * @param likeFile whether the body is the part of the file that its Content-Range names, where it
 *     was too much to be kept; null if the exchange has it
 */
public record Recorded(
    Exchange exchange,
    RequestKind kind,
    Trigger.Host host,
    boolean whole,
    boolean overlapping,
    Deviation deviation,
    long bodyBytes,
    Boolean likeFile) {

  /** One whose body was kept. */
  public Recorded(
      Exchange exchange,
      RequestKind kind,
      Trigger.Host host,
      boolean whole,
      boolean overlapping,
      Deviation deviation) {
    this(
        exchange,
        kind,
        host,
        whole,
        overlapping,
        deviation,
        exchange.request().body().length,
        null);
  }

  /** How much later than the scenario says the answer came, in milliseconds, or the end without. */
  long overtimeMillis() {
    WireFault wire = deviation == null ? WireFault.NONE : deviation.wire();
    boolean answers = wire.kind() == WireFault.Kind.NONE || wire.kind() == WireFault.Kind.DELAY;
    Timing timing = exchange.timing();
    long end = timing.firstByte() >= 0 ? timing.firstByte() : timing.done();
    long wanted = wire.kind() == WireFault.Kind.DELAY ? wire.millis() : 0;
    return answers ? (end - timing.sent()) / 1000 - wanted : 0;
  }
}
