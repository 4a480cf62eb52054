package org.bitstck.scenario;

import java.util.Locale;
import java.util.Optional;

/** The packets of the protocol, MC-BUP 2.2.1.2. */
public enum PacketKind {
  PING("Ping"),
  CREATE_SESSION("Create-Session"),
  FRAGMENT("Fragment"),
  CLOSE_SESSION("Close-Session"),
  CANCEL_SESSION("Cancel-Session");

  private final String token;

  PacketKind(String token) {
    this.token = token;
  }

  /** The type token in the letter case that Windows clients send: conflict C03. */
  public String token() {
    return token;
  }

  /** The word in scenario files: {@code create-session}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** True for the packets that name a session. */
  public boolean hasSession() {
    return this == FRAGMENT || this == CLOSE_SESSION || this == CANCEL_SESSION;
  }

  /** The kind of a type token in any letter case, or of a scenario's word. */
  public static Optional<PacketKind> of(String token) {
    for (PacketKind kind : values()) {
      if (kind.token.equalsIgnoreCase(token)) {
        return Optional.of(kind);
      }
    }
    return Optional.empty();
  }
}
