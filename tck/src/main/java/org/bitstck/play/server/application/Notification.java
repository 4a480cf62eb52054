package org.bitstck.play.server.application;

import org.bitstck.exchange.Exchange;
import org.bitstck.exchange.Request;

/**
 * A request of the server under test to its application: MC-BUP 2.2.12.
 *
 * @param exchange the request as it came; the answer as it was sent, or how it ended without one;
 *     {@code sent} is when the request's first byte came
 * @param url the value that names the upload's destination; empty if there is none
 * @param released when the answer's last byte was about to go out, in microseconds since the start
 *     of the scenario; -1 if that has not come
 * @param dataFile by reference: where the upload lies
 * @param responseFile by reference: where the reply goes
 */
public record Notification(
    Exchange exchange, String url, long released, DataFile dataFile, ResponseFile responseFile) {
  public Request request() {
    return exchange.request();
  }
}
