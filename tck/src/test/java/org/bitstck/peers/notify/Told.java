package org.bitstck.peers.notify;

import java.util.Map;

/**
 * What an application answered.
 *
 * @param status 408 if nothing came in time, 502 if nobody answered, 411 if it was no answer; what
 *     is made up so has no version
 * @param headers by name, in any letter case
 * @param body as far as it came
 * @param whole whether it came to its announced end
 */
public record Told(
    String version, int status, Map<String, String> headers, byte[] body, boolean whole) {

  static Told failure(int status) {
    return new Told("", status, Map.of(), new byte[0], false);
  }

  /** Whether the application itself said it. */
  public boolean isSaid() {
    return !version.isEmpty();
  }

  public boolean has(String name) {
    return headers.containsKey(name);
  }
}
