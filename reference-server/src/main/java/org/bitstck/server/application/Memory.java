package org.bitstck.server.application;

import java.io.IOException;

/**
 * Remembers which uploads were taken, so that one of which the server tells again has its effect
 * once. Source: Win32 page "Preventing Multiple Uploads". Safe for several threads.
 */
@FunctionalInterface
public interface Memory {

  /**
   * Takes note of an upload, unless it was taken before.
   *
   * @param key the same for each repetition of a notification, and for no other
   * @throws IOException if that cannot be written down
   * @throws Refused if it is not taken
   */
  void note(String key, Notice notice, Upload upload) throws IOException, Refused;
}
