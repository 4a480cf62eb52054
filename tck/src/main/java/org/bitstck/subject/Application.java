package org.bitstck.subject;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A server application under test, as its owner describes it.
 *
 * @param url where it is notified
 * @param endpoints paths at which it does something special, by the word for that
 * @param capabilities what else it declares
 * @param files a folder for notifications by reference; null if none is declared
 * @param journal gets a line with the upload's URL for each effect; null if there is none
 * @param limit how long it may take to answer
 * @param destinations a directory whose URLs the uploads have
 */
public record Application(
    String name,
    URI url,
    Map<String, String> endpoints,
    Set<String> capabilities,
    Access access,
    SharedFolder files,
    Path journal,
    DeclaredReply reply,
    Duration limit,
    URI destinations) {
  /** How long an application may take where nothing is declared: MC-BUP 3.3.2.2. */
  public static final Duration LIMIT = Duration.ofMinutes(5);

  /** A directory of no server that there is. */
  public static final URI NOWHERE = URI.create("http://bits-tck.example/uploads/");

  /** An application of which only the URL is known. */
  public static Application at(URI url) {
    return new Application(
        url.getAuthority(),
        url,
        Map.of(),
        Set.of(),
        Access.OPEN,
        null,
        null,
        DeclaredReply.UNKNOWN,
        LIMIT,
        NOWHERE);
  }

  /**
   * The target of requests at an endpoint.
   *
   * @param endpoint null means the URL itself
   */
  public Optional<String> target(String endpoint) {
    if (endpoint != null) {
      return Optional.ofNullable(endpoints.get(endpoint));
    }
    String path = url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    return Optional.of(url.getRawQuery() == null ? path : path + "?" + url.getRawQuery());
  }

  /** The same with another folder for files; null for none. */
  public Application withFiles(SharedFolder other) {
    return new Application(
        name, url, endpoints, capabilities, access, other, journal, reply, limit, destinations);
  }

  /** The same with another reply. */
  public Application withReply(DeclaredReply other) {
    return new Application(
        name, url, endpoints, capabilities, access, files, journal, other, limit, destinations);
  }
}
