package org.bitstck.server.protocol;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * What the request line names: an absolute path or an absolute URL. Source: MC-BUP 2.2.1, RFC 9112
 * 3.2.
 *
 * @param authority host and port of an absolute URL, null if the target was a path
 * @param rawPath as it was sent, begins with a slash, without the query
 * @param query behind the question mark, as it was sent; null if there is none
 * @param segments of the path, percent-decoded; empty ones are left out
 * @param folder whether the path ends in a slash, so that it cannot name a file
 */
public record RequestTarget(
    String authority, String rawPath, String query, List<String> segments, boolean folder) {

  /**
   * Reads a request target.
   *
   * @throws Refusal 400 if it is neither a path nor an http(s) URL, or if its escapes are not UTF-8
   */
  public static RequestTarget parse(String target) throws Refusal {
    String authority = null;
    String rest = target;
    int scheme = target.indexOf("://");
    if (!target.startsWith("/")) {
      if (scheme < 0 || !target.substring(0, scheme).matches("(?i)https?")) {
        throw Refusal.syntax("the target is neither a path nor an http URL");
      }
      int path = indexOfPath(target, scheme + 3);
      authority = target.substring(scheme + 3, path);
      rest = target.substring(path);
      if (!rest.startsWith("/")) {
        rest = "/" + rest;
      }
    }
    int fragment = rest.indexOf('#');
    if (fragment >= 0) {
      throw Refusal.syntax("the target has a fragment");
    }
    int question = rest.indexOf('?');
    String path = question < 0 ? rest : rest.substring(0, question);
    String query = question < 0 ? null : rest.substring(question + 1);
    List<String> segments = new ArrayList<>();
    for (String segment : path.split("/")) {
      if (!segment.isEmpty()) {
        segments.add(decode(segment));
      }
    }
    return new RequestTarget(authority, path, query, List.copyOf(segments), path.endsWith("/"));
  }

  private static int indexOfPath(String target, int from) {
    for (int i = from; i < target.length(); i++) {
      if (target.charAt(i) == '/' || target.charAt(i) == '?') {
        return i;
      }
    }
    return target.length();
  }

  private static String decode(String segment) throws Refusal {
    ByteBuffer bytes = ByteBuffer.allocate(segment.length());
    for (int i = 0; i < segment.length(); i++) {
      char c = segment.charAt(i);
      if (c > 0xFF) {
        throw Refusal.syntax("the target has a character beyond 8 bits");
      }
      if (c != '%') {
        bytes.put((byte) c);
        continue;
      }
      int high = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 1), 16) : -1;
      int low = i + 2 < segment.length() ? Character.digit(segment.charAt(i + 2), 16) : -1;
      if (high < 0 || low < 0) {
        throw Refusal.syntax("the target has a broken percent escape");
      }
      bytes.put((byte) (high << 4 | low));
      i += 2;
    }
    try {
      return StandardCharsets.UTF_8
          .newDecoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT)
          .decode(bytes.flip())
          .toString();
    } catch (CharacterCodingException e) {
      throw Refusal.syntax("the target is not UTF-8");
    }
  }

  /** The decoded path, begins with a slash; what two targets of one destination have in common. */
  public String path() {
    return "/" + String.join("/", segments);
  }
}
