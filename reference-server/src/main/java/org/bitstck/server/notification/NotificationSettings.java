package org.bitstck.server.notification;

import java.time.Duration;

/**
 * How the server application of a directory hears of a complete upload. Source: MC-BUP 3.3.
 *
 * @param type by reference, by value, or not at all
 * @param url absolute http or https URL, or a relative one that is resolved against the destination
 * @param limits of time
 */
public record NotificationSettings(Type type, String url, Limits limits) {
  /** How the data gets to the application. */
  public enum Type {
    /** The application is not told. */
    NONE,
    BY_REFERENCE,
    BY_VALUE
  }

  /**
   * How long each part of a notification may take.
   *
   * @param send connecting and sending
   * @param headers from then until the head of the answer
   * @param answer from then until the end of the answer
   */
  public record Limits(Duration send, Duration headers, Duration answer) {
    /** Default of MC-BUP 3.3.2. */
    public static final Limits DEFAULT =
        new Limits(Duration.ofMinutes(5), Duration.ofMinutes(5), Duration.ofMinutes(5));
  }
}
