package org.bitstck.engine;

import java.net.URI;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.exchange.Header;
import org.bitstck.requirement.Role;
import org.bitstck.subject.Access;
import org.bitstck.subject.Application;
import org.bitstck.subject.Subject;

/**
 * Who was tested, as reports say it.
 *
 * @param role {@code SERVER}, {@code CLIENT} or {@code SERVER_APPLICATION}
 * @param url of a server, or where an application is notified; null for a client
 * @param driven how a client was made to upload, in words; null for others
 * @param secrets names of the headers that its owner wants sent: their values are shown nowhere
 */
public record Tested(String name, Role role, URI url, String driven, Set<String> secrets) {
  /** A server. */
  public static Tested of(Subject server) {
    return new Tested(server.name(), Role.SERVER, server.url(), null, secrets(server.access()));
  }

  /** A server application. */
  public static Tested of(Application application) {
    return new Tested(
        application.name(),
        Role.SERVER_APPLICATION,
        application.url(),
        null,
        secrets(application.access()));
  }

  private static Set<String> secrets(Access access) {
    return access.headers().stream().map(Header::name).collect(Collectors.toSet());
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
