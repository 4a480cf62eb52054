package org.bitstck.clients;

/** Where packets go: the host of the URL, or the one that the server announced. */
public final class Hosts {
  private final Address original;
  private Address alternate;
  private long fallbackMs = -1;
  private long failingSince = -1;

  /**
   * A host, without brackets, and its port.
   *
   * @param host name or address
   */
  public record Address(String host, int port) {
    /** For the Host header. */
    public String authority() {
      return (host.indexOf(':') < 0 ? host : "[" + host + "]") + ":" + port;
    }

    static Address of(String authority) {
      int colon = authority.lastIndexOf(':');
      boolean hasPort = colon > authority.lastIndexOf(']');
      String host = hasPort ? authority.substring(0, colon) : authority;
      return new Address(
          host.replaceAll("[\\[\\]]", ""),
          hasPort ? Integer.parseInt(authority.substring(colon + 1)) : 80);
    }
  }

  Hosts(Address original) {
    this.original = original;
  }

  /** Where the next packet goes. */
  public Address current() {
    return alternate == null ? original : alternate;
  }

  public Address original() {
    return original;
  }

  public boolean hasAlternate() {
    return alternate != null;
  }

  /**
   * A session was opened.
   *
   * @param hostId null means that the server named none
   * @param seconds until the original host is tried again; -1 means never
   */
  public void announced(String hostId, long seconds) {
    alternate =
        hostId == null ? null : new Address(hostId.replaceAll("[\\[\\]]", ""), original.port());
    fallbackMs = seconds < 0 ? -1 : seconds * 1000;
    failingSince = -1;
  }

  /** An answer came. */
  public void worked() {
    failingSince = -1;
  }

  /** No answer came. */
  public void failed() {
    if (failingSince < 0) {
      failingSince = System.nanoTime();
    }
  }

  /** Whether the alternate host may still come back to life in time. */
  public boolean isWorthWaiting() {
    return hasAlternate() && fallbackMs >= 0;
  }

  /** Whether it has failed for as long as the server granted. */
  public boolean isOverdue() {
    return isWorthWaiting()
        && failingSince >= 0
        && System.nanoTime() - failingSince >= fallbackMs * 1_000_000;
  }

  public void fallBack() {
    announced(null, -1);
  }
}
