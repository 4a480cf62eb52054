package org.bitstck.subject;

import java.util.Map;
import java.util.Optional;

/**
 * A part of the subject that is set up in a certain way.
 *
 * @param name the word that scenarios use: {@code overwrite-forbidden}
 * @param path with a slash at both ends, percent-encoded
 * @param settings what else the subject file says of it: {@code bytes}, {@code host}…
 * @param credentials for this part; null means those of the subject
 */
public record Directory(
    String name, String path, Map<String, String> settings, Access.Credentials credentials) {
  /** The setting that says where a server application is notified. */
  public static final String NOTIFIES = "notifies";

  /** The one that needs no set-up: the subject's URL itself. */
  public static final String PLAIN = "plain";

  public Optional<String> setting(String key) {
    return Optional.ofNullable(settings.get(key));
  }
}
