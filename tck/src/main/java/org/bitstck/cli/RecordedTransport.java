package org.bitstck.cli;

import java.net.URI;
import java.util.Optional;
import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Transport;
import org.bitstck.report.Traffic;

/** Keeps what goes over another transport. */
record RecordedTransport(Transport transport, Traffic traffic) implements Transport {
  @Override
  public Connection connect(Endpoint endpoint, int number, long epochNanos, Patience patience) {
    Connection connection = transport.connect(endpoint, number, epochNanos, patience);
    URI base = URI.create((endpoint.tls() ? "https" : "http") + "://" + endpoint.authority());
    return new Connection() {
      @Override
      public Exchange exchange(int number, Request request, Sending sending) {
        Exchange exchange = connection.exchange(number, request, sending);
        traffic.add(base, epochNanos, exchange);
        return exchange;
      }

      @Override
      public boolean isUsable() {
        return connection.isUsable();
      }

      @Override
      public void close() {
        connection.close();
      }
    };
  }

  @Override
  public Optional<String> cannotSend(Request request, Sending sending) {
    return transport.cannotSend(request, sending);
  }

  @Override
  public void close() {
    transport.close();
  }
}
