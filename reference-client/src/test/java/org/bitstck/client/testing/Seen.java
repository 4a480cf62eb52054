package org.bitstck.client.testing;

import java.util.Map;

/**
 * A request as it came.
 *
 * @param connection number of the connection, from 0
 * @param headers names without regard to case
 */
public record Seen(
    int connection,
    String method,
    String target,
    String version,
    Map<String, String> headers,
    byte[] body) {

  /** Packet type in upper case; the method for other requests. */
  public String packet() {
    String type = headers.get("BITS-Packet-Type");
    return type == null ? method : type.toUpperCase(java.util.Locale.ROOT);
  }

  public String header(String name) {
    return headers.get(name);
  }

  /** First byte of Content-Range. */
  public long first() {
    return Long.parseLong(header("Content-Range").replaceAll("bytes (\\d+)-.*", "$1"));
  }

  @Override
  public String toString() {
    return packet() + (packet().equals("FRAGMENT") ? " " + header("Content-Range") : "");
  }
}
