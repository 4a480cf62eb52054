package org.bitstck.play.client.scripted;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import org.bitstck.exchange.Request;

/** What a request target says, in any of the forms of RFC 2616 section 5.1.2. */
public final class Targets {
  private Targets() {}

  /** The path with its query, as written; of an absolute URL the part behind the host. */
  public static String pathAndQuery(String target) {
    int scheme = target.indexOf("://");
    if (target.startsWith("/") || scheme < 0 || scheme > 5) {
      return target;
    }
    int path = target.indexOf('/', scheme + 3);
    return path < 0 ? "/" : target.substring(path);
  }

  /** True if nothing stands in it that has to be percent-encoded, RFC 2396 section 2.4.3. */
  public static boolean isEscaped(String target) {
    return target.chars().allMatch(c -> c > ' ' && c < 0x7F && "{}|\\^`\"<>".indexOf(c) < 0);
  }

  /** The path alone, percent-encoding taken off. */
  public static String path(String target) {
    String path = pathAndQuery(target);
    int end = path.indexOf('?');
    return decoded(end < 0 ? path : path.substring(0, end));
  }

  /** Host and port that a request names: of an absolute target, else of Host; null if none. */
  public static String authority(Request request) {
    String target = request.target();
    int scheme = target.indexOf("://");
    if (!target.startsWith("/") && scheme > 0 && scheme <= 5) {
      int end = target.indexOf('/', scheme + 3);
      return target.substring(scheme + 3, end < 0 ? target.length() : end);
    }
    return request.headers().first("Host").orElse(null);
  }

  /** The host of an authority, in small letters, an IPv6 address without brackets. */
  public static String host(String authority) {
    String text = authority.strip().toLowerCase(Locale.ROOT);
    if (text.startsWith("[")) {
      int end = text.indexOf(']');
      return end < 0 ? text : text.substring(1, end);
    }
    int colon = text.indexOf(':');
    return colon < 0 || colon != text.lastIndexOf(':') ? text : text.substring(0, colon);
  }

  private static String decoded(String path) {
    if (path.indexOf('%') < 0) {
      return path;
    }
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(path.length());
    for (int i = 0; i < path.length(); i++) {
      char c = path.charAt(i);
      int high = i + 2 < path.length() && c == '%' ? Character.digit(path.charAt(i + 1), 16) : -1;
      int low = high >= 0 ? Character.digit(path.charAt(i + 2), 16) : -1;
      if (low >= 0) {
        bytes.write(high * 16 + low);
        i += 2;
      } else {
        bytes.writeBytes(String.valueOf(c).getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
