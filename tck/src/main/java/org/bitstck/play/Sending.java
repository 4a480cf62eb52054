package org.bitstck.play;

import java.time.Duration;

/**
 * How a request is put on the wire, where that is not the usual way.
 *
 * @param cutAfter the kit breaks off after so many bytes of the whole message; -1 sends all of it
 * @param reset true breaks off with a TCP reset, false with an orderly close
 * @param holdBody the body goes out only when the peer said 100 or was silent for {@code hold}
 * @param hold how long to wait for the 100
 * @param endOutput the kit closes its sending side behind the request
 */
public record Sending(
    long cutAfter, boolean reset, boolean holdBody, Duration hold, boolean endOutput) {
  public static final Sending USUAL = new Sending(-1, false, false, Duration.ZERO, false);

  public static Sending cut(long afterBytes, boolean reset) {
    return new Sending(afterBytes, reset, false, Duration.ZERO, false);
  }

  public static Sending holdBody(Duration hold) {
    return new Sending(-1, false, true, hold, false);
  }

  /** True if any HTTP library could send it. */
  public boolean isUsual() {
    return cutAfter < 0 && !holdBody && !endOutput;
  }
}
