package org.bitstck.play;

import java.net.URI;

/**
 * Where a peer listens.
 *
 * @param host name or address; an IPv6 address without brackets
 * @param port 1 to 65535
 * @param tls true for https
 */
public record Endpoint(String host, int port, boolean tls) {

  /** The endpoint of an http or https URL; the scheme's port where the URL names none. */
  public static Endpoint of(URI url) {
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() > 0 ? url.getPort() : tls ? 443 : 80;
    String host = url.getHost();
    return new Endpoint(
        host.startsWith("[") ? host.substring(1, host.length() - 1) : host, port, tls);
  }

  /** The value of the Host header: the port only where it is not the scheme's. */
  public String authority() {
    String name = host.contains(":") ? "[" + host + "]" : host;
    return port == (tls ? 443 : 80) ? name : name + ":" + port;
  }
}
