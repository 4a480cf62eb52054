package org.bitstck.server.protocol;

import java.util.Locale;
import java.util.Optional;

/**
 * The kinds of request packets. {@code Ack} is a legal token too, but never a request. Source:
 * MC-BUP 2.2.1.2; tokens are compared without regard to case because real clients write {@code
 * Create-Session}.
 */
public enum PacketType {
  PING("PING"),
  CREATE_SESSION("CREATE-SESSION"),
  FRAGMENT("FRAGMENT"),
  CLOSE_SESSION("CLOSE-SESSION"),
  CANCEL_SESSION("CANCEL-SESSION");

  /** The packet type of every answer. */
  public static final String ACK = "Ack";

  private final String token;

  PacketType(String token) {
    this.token = token;
  }

  /**
   * The type that a header value names.
   *
   * @param value the value of {@link BitsHeader#PACKET_TYPE}, not null
   * @return empty for anything that is not a request packet, {@code Ack} among it
   */
  public static Optional<PacketType> of(String value) {
    String upper = value.toUpperCase(Locale.ROOT);
    for (PacketType type : values()) {
      if (type.token.equals(upper)) {
        return Optional.of(type);
      }
    }
    return Optional.empty();
  }

  /**
   * Reads a header value.
   *
   * @param value null if the header is missing
   * @throws Refusal 400 if it is missing, or no request packet
   */
  public static PacketType read(String value) throws Refusal {
    if (value == null) {
      throw Refusal.syntax("no packet type");
    }
    return of(value).orElseThrow(() -> Refusal.syntax("not a request packet"));
  }

  /** Whether the packet belongs to a session and so has to name one. */
  public boolean needsSession() {
    return this == FRAGMENT || this == CLOSE_SESSION || this == CANCEL_SESSION;
  }

  @Override
  public String toString() {
    return token;
  }
}
