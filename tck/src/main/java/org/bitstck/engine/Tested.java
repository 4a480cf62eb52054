package org.bitstck.engine;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.exchange.Header;
import org.bitstck.requirement.Role;
import org.bitstck.subject.Subject;

/**
 * Who was tested, as reports say it.
 *
 * @param role {@code SERVER} or {@code CLIENT}
 * @param url of a server; null for a client
 * @param driven how a client was made to upload, in words; null for a server
 * @param secrets names of the headers that its owner wants sent: their values are shown nowhere
 */
public record Tested(String name, Role role, URI url, String driven, Set<String> secrets) {
  /** A server. */
  public static Tested of(Subject server) {
    return new Tested(
        server.name(),
        Role.SERVER,
        server.url(),
        null,
        server.access().headers().stream().map(Header::name).collect(Collectors.toSet()));
  }

  /** A client. */
  public static Tested client(String name, String driven) {
    return new Tested(name, Role.CLIENT, null, driven, Set.of());
  }

  /** Behind the name: {@code at http://…}, {@code driven by …}. */
  public String where() {
    return url != null ? "at " + url : "driven by " + driven;
  }
}
