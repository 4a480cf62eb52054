package org.bitstck.client.upload;

import java.util.function.LongSupplier;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;

/** The host of the URL, or the one that the server named instead. */
final class AlternateHost implements Hosts {
  private final Destination original;
  private final UploadState state;
  private final LongSupplier millis;

  AlternateHost(Destination original, UploadState state, LongSupplier millis) {
    this.original = original;
    this.state = state;
    this.millis = millis;
  }

  @Override
  public Destination destination() throws ExchangeFailure {
    try {
      return state.host == null ? original : original.withHost(state.host);
    } catch (IllegalArgumentException e) {
      throw ExchangeFailure.invalid("BITS-Host-Id: " + e.getMessage());
    }
  }

  /** The timer is set back. */
  @Override
  public void worked() {
    state.failingSinceMillis = 0;
  }

  @Override
  public boolean failed() {
    if (state.host == null) {
      return false;
    }
    if (state.failingSinceMillis == 0) {
      state.failingSinceMillis = millis.getAsLong();
    }
    if (remainingMillis() > 0) {
      return false;
    }
    state.leaveAlternateHost();
    return true;
  }

  @Override
  public long remainingMillis() {
    if (state.host == null || state.fallbackSeconds < 0 || state.failingSinceMillis == 0) {
      return Long.MAX_VALUE;
    }
    long most = Math.min(state.fallbackSeconds, Integer.MAX_VALUE) * 1000;
    return state.failingSinceMillis + most - millis.getAsLong();
  }
}
