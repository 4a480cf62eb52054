package org.bitstck.subject;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A subject file of the role {@code application} as read: texts may still wait for the start.
 *
 * @param peer name, URL, start, access and trust, as those of any subject
 * @param endpoints paths by the word for what is done there
 * @param files where the kit finds the folder that it shares with the application; null if none
 * @param filesThere what the application calls that folder; null if the same
 * @param journal path; null if there is none
 */
public record ApplicationFile(
    SubjectFile peer,
    Map<String, String> endpoints,
    Set<String> capabilities,
    String files,
    String filesThere,
    String journal,
    DeclaredReply reply,
    Duration limit,
    URI destinations) {

  /**
   * The application, once it is known where it listens.
   *
   * @param at its URL
   * @param fill fills in the variables of a text
   */
  public Application at(URI at, UnaryOperator<String> fill) {
    Map<String, String> targets = new HashMap<>();
    endpoints.forEach((word, path) -> targets.put(word, target(at.resolve(path))));
    return new Application(
        peer.name(),
        at,
        Map.copyOf(targets),
        capabilities,
        peer.access(),
        files == null
            ? null
            : new SharedFolder(
                path(fill.apply(files)), filesThere == null ? null : fill.apply(filesThere)),
        journal == null ? null : path(fill.apply(journal)),
        reply,
        limit,
        destinations);
  }

  private static String target(URI url) {
    return url.getRawQuery() == null
        ? url.getRawPath()
        : url.getRawPath() + "?" + url.getRawQuery();
  }

  private Path path(String text) {
    return peer.base().resolve(text).toAbsolutePath().normalize();
  }
}
