package org.bitstck.client.protocol;

/** The packets of a client. Source: MC-BUP 2.2.3 to 2.2.11. */
public enum PacketType {
  PING("PING", "Ping"),
  CREATE_SESSION("CREATE-SESSION", "Create-Session"),
  FRAGMENT("FRAGMENT", "Fragment"),
  CLOSE_SESSION("CLOSE-SESSION", "Close-Session"),
  CANCEL_SESSION("CANCEL-SESSION", "Cancel-Session");

  private final String text;
  private final String windowsText;

  PacketType(String text, String windowsText) {
    this.text = text;
    this.windowsText = windowsText;
  }

  /** As it goes into the header: upper case as MC-BUP has it, mixed case as Windows sends it. */
  public String text(Profile profile) {
    return profile == Profile.WIN32 ? windowsText : text;
  }

  @Override
  public String toString() {
    return text;
  }
}
