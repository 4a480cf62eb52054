package org.bitstck.scenario.client;

import java.util.Locale;
import java.util.Optional;

/** What a client may send: the packets, and the requests of a reply download. */
public enum RequestKind {
  PING,
  CREATE_SESSION,
  FRAGMENT,
  CLOSE_SESSION,
  CANCEL_SESSION,
  GET,
  HEAD,
  /** Anything else: another method, or a packet of another type. */
  OTHER;

  /** The word in scenario files: {@code create-session}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The kind of a word, or of a packet's type token, in any letter case. */
  public static Optional<RequestKind> of(String word) {
    for (RequestKind kind : values()) {
      if (kind.word().equalsIgnoreCase(word)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
