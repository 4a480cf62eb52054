package org.bitstck.play.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.bitstck.exchange.Bits;
import org.bitstck.scenario.PacketKind;

/**
 * Peculiarities of a server that would make everything fail at once if the kit did not go along
 * with them. Each is a fault, judged by the scenarios that are about it; the others are played so
 * that they can be judged for themselves.
 *
 * @param upperCaseTypes it knows the packet types in upper case only: BITS-SRV-TYPE-001
 * @param upperCaseProtocol it knows the protocol's GUID in upper case only: BITS-SRV-CREATE-008
 * @param boundToConnection a session ends with its connection: BITS-HTTP-CONN-002
 * @param oneConnection a second connection waits while the first is open: BITS-HTTP-CONN-002
 */
public record Traits(
    boolean upperCaseTypes,
    boolean upperCaseProtocol,
    boolean boundToConnection,
    boolean oneConnection) {

  public static final Traits NONE = new Traits(false, false, false, false);

  public String token(PacketKind kind) {
    return upperCaseTypes ? kind.token().toUpperCase(Locale.ROOT) : kind.token();
  }

  public String protocol() {
    return upperCaseProtocol ? Bits.PROTOCOL_GUID.toUpperCase(Locale.ROOT) : Bits.PROTOCOL_GUID;
  }

  /** Each trait in words, with the requirement that judges it. */
  public List<String> describe() {
    List<String> words = new ArrayList<>();
    if (upperCaseTypes) {
      words.add("knows packet types in upper case only (BITS-SRV-TYPE-001)");
    }
    if (upperCaseProtocol) {
      words.add("knows the protocol's GUID in upper case only (BITS-SRV-CREATE-008)");
    }
    if (boundToConnection) {
      words.add("ends a session with its connection (BITS-HTTP-CONN-002)");
    }
    if (oneConnection) {
      words.add("serves one connection at a time (BITS-HTTP-CONN-002)");
    }
    return words;
  }
}
