package org.bitstck.play.restassured;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Request;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;

/**
 * Requests over REST-assured and Apache HttpClient: whatever well-formed HTTP can say. It must come
 * to the same verdicts as the socket transport, which is how the kit checks its own wire code.
 */
public final class RestAssuredTransport implements Transport {
  private static final Pattern BROKEN_ESCAPE = Pattern.compile("%(?![0-9A-Fa-f]{2})");

  private final Limits limits;
  private final Tls tls;

  /**
   * @param tls for https; null where none is tested
   */
  public RestAssuredTransport(Limits limits, Tls tls) {
    this.limits = limits;
    this.tls = tls;
  }

  @Override
  public Connection connect(Endpoint endpoint, int number, long epochNanos, Patience patience) {
    return new RestAssuredConnection(endpoint, number, epochNanos, limits, tls, patience);
  }

  @Override
  public Optional<String> cannotSend(Request request, Sending sending) {
    if (request.raw() != null || !sending.isUsual()) {
      return Optional.of("it cannot send bytes as a scenario writes them, in parts or cut off");
    }
    if (!request.version().equals("HTTP/1.1") || !request.target().startsWith("/")) {
      return Optional.of("it cannot choose the HTTP version or the form of the target");
    }
    if (BROKEN_ESCAPE.matcher(request.target()).find()) {
      return Optional.of("it cannot send a broken percent escape");
    }
    if (!request.method().equals(request.method().toUpperCase(Locale.ROOT))) {
      return Optional.of("it writes every method in upper case");
    }
    if (request.headers().all("Host").size() != 1) {
      return Optional.of("it always sends one Host");
    }
    String length = String.valueOf(request.body().length);
    boolean entity = request.body().length > 0 || request.isPacket();
    if (entity && !request.headers().all(Bits.CONTENT_LENGTH).equals(List.of(length))) {
      return Optional.of("it cannot send a wrong Content-Length or none");
    }
    for (Header header : request.headers()) {
      if (!header.value().equals(header.value().strip())
          || header.is("Transfer-Encoding")
          || header.is("Connection")
          || !header.value().chars().allMatch(c -> c >= 0x20 && c < 0x7F)) {
        return Optional.of("it cannot send '" + header.name() + "' as the scenario wants it");
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    // each connection has its own client
  }
}
