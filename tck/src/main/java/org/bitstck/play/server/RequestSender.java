package org.bitstck.play.server;

import java.time.Duration;
import java.util.Optional;
import java.util.function.IntSupplier;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.exchange.Response;
import org.bitstck.play.Connection;
import org.bitstck.play.Sending;
import org.bitstck.play.Transport;
import org.bitstck.scenario.server.RequestStep;

/** Sends the requests of one scenario, each over the connection that is meant for it. */
final class RequestSender {
  private static final int ROUND_TRIPS = 20;
  private static final Duration LEAST_HOLD = Duration.ofSeconds(1);

  private final Stage stage;
  private final Connections connections;
  private final Transport transport;
  private final IntSupplier numbers;
  private final RequestMaker maker;
  private boolean lastWentWell = true;
  private boolean late;
  private long slowestMicros;

  /**
   * @param numbers gives the exchanges of the scenario their numbers
   */
  RequestSender(Stage stage, Connections connections, Transport transport, IntSupplier numbers) {
    this.stage = stage;
    this.connections = connections;
    this.transport = transport;
    this.numbers = numbers;
    this.maker = new RequestMaker(stage);
  }

  /** Whether a step took so long that the kit may have missed the time for the next. */
  boolean isLate() {
    return late;
  }

  /** The request of a step as it is now; each time it is sent it may be another. */
  Request request(RequestStep step) {
    return maker.make(step);
  }

  /** Why the transport cannot express the request of a step; empty if it can. */
  Optional<String> cannotSend(RequestStep step, Request request) {
    return transport.cannotSend(request, sending(step, request));
  }

  /** Many of the round trips of this scenario, but at least so long. */
  Duration atLeast(Duration least) {
    Duration scaled = Duration.ofNanos(slowestMicros * 1000 * ROUND_TRIPS);
    return scaled.compareTo(least) > 0 ? scaled : least;
  }

  /** Sends the request of a step once. */
  Exchange send(RequestStep step, Request request) {
    long start = System.nanoTime();
    Exchange exchange = exchange(step, request);
    slowestMicros = Math.max(slowestMicros, exchange.timing().total());
    late |= System.nanoTime() - start > stage.dawdling().toNanos();
    return exchange;
  }

  private Exchange exchange(RequestStep step, Request request) {
    Connection connection =
        connections.choose(step.connection(), stage.traits().boundToConnection(), lastWentWell);
    int number = numbers.getAsInt();
    Exchange exchange = connection.exchange(number, request, sending(step, request));
    if (exchange.reused()
        && exchange.ending().isClosedByPeer()
        && exchange.timing().firstByte() < 0
        && !"same".equals(step.connection())) {
      // a server may close an idle connection at any time: that was no answer to this packet
      exchange =
          connections.replace(step.connection()).exchange(number, request, sending(step, request));
    }
    lastWentWell = exchange.answer().map(Response::isSuccess).orElse(false);
    return exchange;
  }

  private Sending sending(RequestStep step, Request request) {
    if (step.cut() != null) {
      int before = step.cut().ofBody() ? request.head().length : 0;
      return Sending.cut(before + step.cut().bytes(), step.cut().reset());
    }
    return step.expectContinue() ? Sending.holdBody(atLeast(LEAST_HOLD)) : Sending.USUAL;
  }

  /** A look from outside costs the packets their connection only where none is served beside. */
  Exchange look(Request get) {
    if (stage.traits().oneConnection()) {
      Connection instead = connections.choose("new", false, false);
      Exchange exchange = instead.exchange(numbers.getAsInt(), get, Sending.USUAL);
      lastWentWell = exchange.answer().map(Response::isSuccess).orElse(false);
      return exchange;
    }
    try (Connection beside = connections.beside()) {
      return beside.exchange(numbers.getAsInt(), get, Sending.USUAL);
    }
  }
}
