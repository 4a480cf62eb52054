package org.bitstck.scenario.client;

import java.time.Duration;
import org.bitstck.scenario.FileSpec;

/**
 * What the correct server is like that the client meets.
 *
 * @param reply the server application's reply; null means that the client asks for none
 * @param replyUrl the form in which the reply's URL is given
 * @param hostId whether another host is announced
 * @param fallback BITS-Host-Id-Fallback-Timeout; null means that it is not sent
 * @param authentication every packet needs HTTP Basic authentication
 * @param sessionId given to the client; null means a fresh GUID for each session
 */
public record ServerSettings(
    FileSpec reply,
    ReplyUrl replyUrl,
    HostId hostId,
    Duration fallback,
    boolean authentication,
    String sessionId) {
  /** Where a scenario says nothing. */
  public static final ServerSettings USUAL =
      new ServerSettings(null, ReplyUrl.ABSOLUTE, HostId.NONE, null, false, null);

  /** How BITS-Reply-URL is written. */
  public enum ReplyUrl {
    ABSOLUTE,
    /** Relative to the destination, with slashes. */
    RELATIVE,
    /** Relative to the destination, with backslashes and braces, as IIS does. */
    WINDOWS
  }

  /** What BITS-Host-Id says. */
  public enum HostId {
    NONE,
    /** Another name of the kit's own address. */
    NAME,
    /** An IPv6 address of the kit's own. */
    IPV6,
    /** A host where nobody listens. */
    DEAD
  }
}
