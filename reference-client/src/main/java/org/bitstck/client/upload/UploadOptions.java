package org.bitstck.client.upload;

import java.nio.file.Path;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Destination;
import org.bitstck.client.http.RateLimit;
import org.bitstck.client.http.Timers;
import org.bitstck.client.http.Tls;
import org.bitstck.client.protocol.Profile;

/**
 * What to upload, and how.
 *
 * @param replyTo where the reply goes; null for an upload without reply
 * @param fragmentSize bytes of a fragment, as long as the server takes that many
 * @param credentials null for none
 */
public record UploadOptions(
    Path file,
    Destination destination,
    Path replyTo,
    long fragmentSize,
    Credentials credentials,
    Profile profile,
    Timers timers,
    RetryPolicy retry,
    RateLimit limit,
    Tls tls) {
  /** Bytes; big enough for the speed of a line, small enough for slow ones. */
  public static final long DEFAULT_FRAGMENT = 1 << 20;

  /** An upload with default values. */
  public static UploadOptions of(Path file, Destination destination) {
    return new UploadOptions(
        file,
        destination,
        null,
        DEFAULT_FRAGMENT,
        null,
        Profile.INTEROP,
        Timers.DEFAULT,
        RetryPolicy.NONE,
        RateLimit.NONE,
        Tls.DEFAULT);
  }

  public UploadOptions withReplyTo(Path path) {
    return new UploadOptions(
        file, destination, path, fragmentSize, credentials, profile, timers, retry, limit, tls);
  }

  public UploadOptions withFragmentSize(long bytes) {
    return new UploadOptions(
        file, destination, replyTo, bytes, credentials, profile, timers, retry, limit, tls);
  }

  public UploadOptions withCredentials(Credentials who) {
    return new UploadOptions(
        file, destination, replyTo, fragmentSize, who, profile, timers, retry, limit, tls);
  }

  public UploadOptions withProfile(Profile reading) {
    return new UploadOptions(
        file, destination, replyTo, fragmentSize, credentials, reading, timers, retry, limit, tls);
  }

  public UploadOptions withTimers(Timers limits) {
    return new UploadOptions(
        file, destination, replyTo, fragmentSize, credentials, profile, limits, retry, limit, tls);
  }

  public UploadOptions withRetry(RetryPolicy policy) {
    return new UploadOptions(
        file, destination, replyTo, fragmentSize, credentials, profile, timers, policy, limit, tls);
  }

  public UploadOptions withLimit(RateLimit rate) {
    return new UploadOptions(
        file, destination, replyTo, fragmentSize, credentials, profile, timers, retry, rate, tls);
  }

  public UploadOptions withTls(Tls trust) {
    return new UploadOptions(
        file,
        destination,
        replyTo,
        fragmentSize,
        credentials,
        profile,
        timers,
        retry,
        limit,
        trust);
  }
}
