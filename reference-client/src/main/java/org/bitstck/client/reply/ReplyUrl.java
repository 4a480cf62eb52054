package org.bitstck.client.reply;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import org.bitstck.client.http.Destination;

/**
 * Where a reply is: BITS-Reply-URL may be absolute, or relative to the folder of the destination,
 * with backslashes and braces as IIS sends it. Source: MC-BUP 2.2.7.2, the trace in 4.2.
 */
public final class ReplyUrl {
  private static final String PLAIN = "-._~!$&'()*+,;=:@/?%[]";

  private ReplyUrl() {}

  /**
   * Finds the reply.
   *
   * @param text value of the header
   * @param upload URL to which the packets go at the moment
   * @throws IllegalArgumentException if it leads nowhere
   */
  public static Destination resolve(String text, Destination upload) {
    int question = text.indexOf('?');
    String path = question < 0 ? text : text.substring(0, question);
    String query = question < 0 ? "" : text.substring(question);
    String url = escape(path.replace('\\', '/') + query);
    if (url.matches("(?i)https?://.*")) {
      return Destination.parse(url);
    }
    if (url.matches("(?i)[a-z][a-z0-9+.-]*://.*")) {
      throw new IllegalArgumentException("'" + text + "' is no http URL");
    }
    if (url.startsWith("//")) {
      return Destination.parse((upload.tls() ? "https:" : "http:") + url);
    }
    if (url.startsWith("/")) {
      return upload.withTarget(url);
    }
    String folder = upload.path().substring(0, upload.path().lastIndexOf('/') + 1);
    int end = url.indexOf('?');
    String relative = end < 0 ? url : url.substring(0, end);
    return upload.withTarget(withoutDots(folder + relative) + (end < 0 ? "" : url.substring(end)));
  }

  private static String escape(String text) {
    StringBuilder url = new StringBuilder();
    for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
      char c = (char) (b & 0xFF);
      if (c < 128 && (Character.isLetterOrDigit(c) || PLAIN.indexOf(c) >= 0)) {
        url.append(c);
      } else {
        url.append(String.format("%%%02X", (int) c));
      }
    }
    return url.toString();
  }

  private static String withoutDots(String path) {
    if (!path.contains("/.")) {
      return path;
    }
    // brackets may stand in paths as they are sent, but not in those that java.net.URI takes
    String strict = path.replace("[", "%5B").replace("]", "%5D");
    return URI.create("http://any" + strict).normalize().getRawPath();
  }
}
