package org.bitstck.play.client.scripted;

import java.util.List;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;
import org.bitstck.exchange.Headers;
import org.bitstck.exchange.Request;
import org.bitstck.scenario.client.RequestKind;

/**
 * A request as the server understands it.
 *
 * @param path its decoded path, without scheme, host and query
 * @param authority host and port that it was sent to, by its own word; null if it says nothing
 */
public record Received(
    Request request, RequestKind kind, String path, String authority, Content content) {

  /**
   * True for the packets of the upload protocol; the method's letter case is for others to judge.
   */
  boolean isPacket() {
    return request.method().equalsIgnoreCase(Bits.METHOD);
  }

  /** The same without one of its headers. */
  Received without(String name) {
    List<Header> lines = request.headers().lines().stream().filter(line -> !line.is(name)).toList();
    Request other =
        new Request(
            request.method(),
            request.target(),
            request.version(),
            new Headers(lines),
            request.body(),
            request.raw());
    return new Received(other, kind, path, authority, content);
  }
}
