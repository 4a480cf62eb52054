package org.bitstck.subject;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.bitstck.exchange.Header;

/**
 * What every request to the subject carries besides the protocol.
 *
 * @param headers extra lines, an API key for example
 * @param credentials for HTTP Basic authentication; null where none are wanted
 */
public record Access(List<Header> headers, Credentials credentials) {
  public static final Access OPEN = new Access(List.of(), null);

  /** Name and password; the password is never printed. */
  public record Credentials(String user, String password) {
    /** The value of the Authorization header. */
    public String basic() {
      byte[] both = (user + ":" + password).getBytes(StandardCharsets.UTF_8);
      return "Basic " + Base64.getEncoder().encodeToString(both);
    }

    @Override
    public String toString() {
      return "credentials of " + user;
    }
  }

  public Optional<Credentials> login() {
    return Optional.ofNullable(credentials);
  }
}
