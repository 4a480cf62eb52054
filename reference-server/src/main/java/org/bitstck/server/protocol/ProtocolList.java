package org.bitstck.server.protocol;

/**
 * The protocols that a client offers, best first, separated by blanks, commas or both. Source:
 * MC-BUP 2.2.3.1, the Win32 page Create-Session.
 */
public final class ProtocolList {
  /** The only protocol that is defined. */
  public static final String BITS_UPLOAD = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

  private ProtocolList() {}

  /**
   * Picks the protocol of a new session.
   *
   * @param value of {@link BitsHeader#SUPPORTED_PROTOCOLS}, null if the header is missing
   * @return the protocol, in this server's spelling
   * @throws Refusal 400 if the list is missing, empty, not a list of GUIDs, or names no known
   *     protocol
   */
  public static String choose(String value) throws Refusal {
    if (value == null || value.isBlank()) {
      throw Refusal.syntax("no protocol list");
    }
    boolean known = false;
    int offered = 0;
    for (String guid : value.split("[ \\t,]+")) {
      if (guid.isEmpty()) {
        continue;
      }
      if (!SessionId.isGuid(guid)) {
        throw Refusal.syntax("protocol list has an element that is no GUID");
      }
      offered++;
      known |= guid.equalsIgnoreCase(BITS_UPLOAD);
    }
    if (!known) {
      throw Refusal.syntax(offered == 0 ? "protocol list is empty" : "no common protocol");
    }
    return BITS_UPLOAD;
  }
}
