package org.bitstck.client.http;

import java.util.Locale;
import java.util.Objects;

/**
 * A URL in the parts that a request needs. Path and query stay as they were given, character by
 * character.
 *
 * @param tls whether it is an https URL
 * @param host name or address, IPv6 without brackets
 * @param port TCP port
 * @param target path and query, begins with a slash
 */
public record Destination(boolean tls, String host, int port, String target) {

  /**
   * Reads an absolute http or https URL. A fragment is left out.
   *
   * @throws IllegalArgumentException with what is wrong
   */
  public static Destination parse(String url) {
    int colon = url.indexOf("://");
    String scheme = colon < 0 ? "" : url.substring(0, colon).toLowerCase(Locale.ROOT);
    if (!scheme.equals("http") && !scheme.equals("https")) {
      throw new IllegalArgumentException("'" + url + "' is no http or https URL");
    }
    for (int i = 0; i < url.length(); i++) {
      if (url.charAt(i) <= ' ' || url.charAt(i) > '~') {
        throw new IllegalArgumentException(
            "'" + url + "' has a character that needs percent-encoding, at " + (i + 1));
      }
    }
    int begin = colon + 3;
    int end = begin;
    while (end < url.length() && "/?#".indexOf(url.charAt(end)) < 0) {
      end++;
    }
    String authority = url.substring(begin, end);
    if (authority.contains("@")) {
      throw new IllegalArgumentException("the URL must not contain a user; that is an option");
    }
    int hash = url.indexOf('#', end);
    String target = url.substring(end, hash < 0 ? url.length() : hash);
    if (!target.startsWith("/")) {
      target = "/" + target;
    }
    boolean tls = scheme.equals("https");
    int portColon = authority.lastIndexOf(':');
    boolean hasPort = portColon > authority.lastIndexOf(']');
    String host = hasPort ? authority.substring(0, portColon) : authority;
    int port = tls ? 443 : 80;
    if (hasPort && portColon < authority.length() - 1) {
      port = port(authority.substring(portColon + 1), url);
    }
    if (host.startsWith("[") && host.endsWith("]")) {
      host = host.substring(1, host.length() - 1);
    }
    if (host.isEmpty()) {
      throw new IllegalArgumentException("'" + url + "' names no host");
    }
    return new Destination(tls, host, port, target);
  }

  private static int port(String text, String url) {
    try {
      int port = Integer.parseInt(text);
      if (port > 0 && port < 65536) {
        return port;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IllegalArgumentException("'" + url + "' has no port from 1 to 65535");
  }

  /**
   * The same place on another host: scheme, port, path and query stay. Source: MC-BUP 3.1.5.2.2.
   *
   * @param other host name or address, IPv6 with or without brackets
   * @throws IllegalArgumentException if it is no host
   */
  public Destination withHost(String other) {
    String bare = other;
    if (bare.startsWith("[") && bare.endsWith("]")) {
      bare = bare.substring(1, bare.length() - 1);
    }
    boolean v6 = bare.indexOf(':') != bare.lastIndexOf(':');
    if (!bare.matches(v6 ? "[0-9A-Fa-f:.]+(%[\\w.~-]+)?" : "[\\w.~-]+")) {
      throw new IllegalArgumentException("'" + other + "' is no host");
    }
    return new Destination(tls, bare, port, target);
  }

  public Destination withTarget(String other) {
    return new Destination(tls, host, port, other);
  }

  /** Whether a connection to one serves the other. */
  public boolean sameOrigin(Destination other) {
    return other != null
        && tls == other.tls
        && port == other.port
        && host.equalsIgnoreCase(other.host);
  }

  /** For the Host header: with brackets where needed, without the scheme's own port. */
  public String authority() {
    String name = host;
    if (host.indexOf(':') >= 0) {
      // a zone is of use on this machine only
      int zone = host.indexOf('%');
      name = "[" + (zone < 0 ? host : host.substring(0, zone)) + "]";
    }
    return port == (tls ? 443 : 80) ? name : name + ":" + port;
  }

  /** Path without query. */
  public String path() {
    int query = target.indexOf('?');
    return query < 0 ? target : target.substring(0, query);
  }

  @Override
  public String toString() {
    return (tls ? "https://" : "http://") + Objects.toString(authority()) + target;
  }
}
