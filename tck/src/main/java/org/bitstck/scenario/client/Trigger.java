package org.bitstck.scenario.client;

import java.util.Set;
import java.util.stream.Collectors;

/**
 * Which of the client's requests is meant. Requests of these kinds to this host are counted from 1.
 *
 * @param kinds empty means any
 * @param from the first one meant
 * @param to the last one meant, inclusive; {@link Integer#MAX_VALUE} means all further ones
 * @param completing only a FRAGMENT that carries the last byte of the file
 * @param host only requests that came to this host
 */
public record Trigger(Set<RequestKind> kinds, int from, int to, boolean completing, Host host) {
  /** Which of the kit's two names for itself a request was sent to. */
  public enum Host {
    ANY,
    /** The one in the URL that the client was given. */
    ORIGINAL,
    /** The one that BITS-Host-Id announces. */
    ALTERNATE
  }

  /** In words: {@code fragment 2}. */
  public String describe() {
    String what =
        kinds.isEmpty()
            ? "request"
            : kinds.stream().map(RequestKind::word).sorted().collect(Collectors.joining(" or "));
    String which =
        to == from
            ? " " + from
            : to == Integer.MAX_VALUE ? " " + from + " and later" : " " + from + " to " + to;
    return (completing ? "last " : "")
        + what
        + which
        + (host == Host.ANY
            ? ""
            : " at the " + host.name().toLowerCase(java.util.Locale.ROOT) + " host");
  }
}
