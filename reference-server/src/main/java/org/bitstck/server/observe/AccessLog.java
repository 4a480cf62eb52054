package org.bitstck.server.observe;

import java.util.function.Consumer;

/** Writes a line for each request. */
public final class AccessLog implements Consumer<Exchange> {
  private static final int NANOS_PER_MICRO = 1000;

  @Override
  public void accept(Exchange exchange) {
    Log.info(
        "request",
        "peer",
        exchange.peer(),
        "user",
        exchange.user(),
        "method",
        exchange.method(),
        "target",
        exchange.target(),
        "packet",
        exchange.packet(),
        "session",
        exchange.session(),
        "status",
        exchange.status(),
        "error",
        exchange.error(),
        "why",
        exchange.why(),
        "received",
        exchange.received(),
        "micros",
        exchange.nanos() / NANOS_PER_MICRO);
  }
}
