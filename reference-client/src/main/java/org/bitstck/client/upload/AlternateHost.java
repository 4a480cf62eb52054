package org.bitstck.client.upload;

import java.util.function.LongSupplier;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;

/** Which host the packets go to. Source: MC-BUP 2.2.3.2, 3.1.5.1.7. */
final class AlternateHost {
  private final Destination original;
  private final UploadState state;
  private final LongSupplier millis;

  AlternateHost(Destination original, UploadState state, LongSupplier millis) {
    this.original = original;
    this.state = state;
    this.millis = millis;
  }

  /** Where the next packet goes. */
  Destination destination() throws ExchangeFailure {
    try {
      return state.host == null ? original : original.withHost(state.host);
    } catch (IllegalArgumentException e) {
      throw ExchangeFailure.invalid("BITS-Host-Id: " + e.getMessage());
    }
  }

  /** The host answered: the timer is set back. */
  void worked() {
    state.failingSinceMillis = 0;
  }

  /**
   * The host could not be used.
   *
   * @return whether the time is up, and the original host is used from now on
   */
  boolean failed() {
    if (state.host == null) {
      return false;
    }
    if (state.failingSinceMillis == 0) {
      state.failingSinceMillis = millis.getAsLong();
    }
    if (remainingMillis() > 0) {
      return false;
    }
    state.host = null;
    state.fallbackSeconds = -1;
    state.failingSinceMillis = 0;
    return true;
  }

  /** Until the original host is used again; the largest number for never. */
  long remainingMillis() {
    if (state.host == null || state.fallbackSeconds < 0 || state.failingSinceMillis == 0) {
      return Long.MAX_VALUE;
    }
    long most = Math.min(state.fallbackSeconds, Integer.MAX_VALUE) * 1000;
    return state.failingSinceMillis + most - millis.getAsLong();
  }
}
