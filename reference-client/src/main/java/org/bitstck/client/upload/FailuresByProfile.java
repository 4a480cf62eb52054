package org.bitstck.client.upload;

import org.bitstck.client.protocol.Ack;
import org.bitstck.client.protocol.PacketType;

/** What the profile and the caller's options say of failures. */
final class FailuresByProfile implements FailureRules {
  private static final int MOST_REPEATED_ENDINGS = 3;

  private final UploadOptions options;

  FailuresByProfile(UploadOptions options) {
    this.options = options;
  }

  @Override
  public boolean sessionLost(Failure failure) {
    return failure.sessionLost();
  }

  @Override
  public boolean retries(Failure failure) {
    if (options.retry().retries() == 0) {
      return false;
    }
    if (failure.ofTransport()) {
      return true;
    }
    if (failure.cause() != Failure.Cause.HTTP) {
      return false;
    }
    if (failure.error().fromApplication()) {
      return failure.error().transientInApplication() && options.profile().retriesApplication();
    }
    return options.retry().serverErrors() && !failure.error().forCaller();
  }

  @Override
  public boolean repeats(PacketType type, Ack ack, int repeated) {
    return ack.status() >= 500
        && !ack.error().sessionLost()
        && options.profile().repeatsEnding()
        && repeated < MOST_REPEATED_ENDINGS;
  }
}
