package org.bitstck.scenario.application;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The words that scenarios and subject files share for what a server application does. */
public final class ApplicationWords {
  /** Needs a subject that replies anything. */
  public static final String REPLY = "reply";

  /** The reply to a repetition is the same to the byte. */
  public static final String REPEATS = "repeats";

  /** What a scenario can need. */
  public static final Set<String> NEEDS = Set.of(REPLY, REPEATS);

  /** What an application can declare, with what it means. */
  public static final Map<String, String> CAPABILITIES =
      new TreeMap<>(
          Map.of(REPEATS, "a repeated notification gets the same reply as before, to the byte"));

  /** Paths at which the application does something special, with what that is. */
  public static final Map<String, String> ENDPOINTS =
      new TreeMap<>(
          Map.of(
              "static-reply", "its replies are at a URL that it gives: BITS-Static-Response-URL",
              "copy", "it relies on the upload at its original URL",
              "refuses", "it takes no upload, for reasons of its own"));

  private ApplicationWords() {}
}
