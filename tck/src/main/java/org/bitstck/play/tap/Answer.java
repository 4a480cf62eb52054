package org.bitstck.play.tap;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bitstck.exchange.Bits;
import org.bitstck.exchange.Header;

/**
 * An answer as it is to stand on the wire.
 *
 * @param version of the status line
 * @param reason may be empty
 * @param headers in order, Content-Length among them
 * @param body the bytes behind the head; nothing for HEAD, whatever Content-Length says
 */
public record Answer(String version, int status, String reason, List<Header> headers, byte[] body) {
  private static final byte[] NOTHING = new byte[0];

  private static final Map<Integer, String> REASONS =
      Map.ofEntries(
          Map.entry(100, "Continue"),
          Map.entry(200, "OK"),
          Map.entry(201, "Created"),
          Map.entry(202, "Accepted"),
          Map.entry(204, "No Content"),
          Map.entry(206, "Partial Content"),
          Map.entry(300, "Multiple Choices"),
          Map.entry(301, "Moved Permanently"),
          Map.entry(302, "Found"),
          Map.entry(303, "See Other"),
          Map.entry(304, "Not Modified"),
          Map.entry(305, "Use Proxy"),
          Map.entry(307, "Temporary Redirect"),
          Map.entry(308, "Permanent Redirect"),
          Map.entry(400, "Bad Request"),
          Map.entry(401, "Unauthorized"),
          Map.entry(403, "Forbidden"),
          Map.entry(404, "Not Found"),
          Map.entry(405, "Method Not Allowed"),
          Map.entry(407, "Proxy Authentication Required"),
          Map.entry(408, "Request Timeout"),
          Map.entry(409, "Conflict"),
          Map.entry(410, "Gone"),
          Map.entry(411, "Length Required"),
          Map.entry(412, "Precondition Failed"),
          Map.entry(413, "Request Entity Too Large"),
          Map.entry(416, "Requested Range Not Satisfiable"),
          Map.entry(431, "Request Header Fields Too Large"),
          Map.entry(500, "Internal Server Error"),
          Map.entry(501, "Not Implemented"),
          Map.entry(502, "Bad Gateway"),
          Map.entry(503, "Service Unavailable"),
          Map.entry(504, "Gateway Timeout"),
          Map.entry(505, "HTTP Version Not Supported"),
          Map.entry(507, "Insufficient Storage"));

  /** One without a body. */
  public static Answer of(int status, Header... headers) {
    List<Header> lines = new ArrayList<>(List.of(headers));
    lines.add(new Header(Bits.CONTENT_LENGTH, "0"));
    return new Answer("HTTP/1.1", status, reason(status), lines, NOTHING);
  }

  /** The usual words for a status; never empty. */
  public static String reason(int status) {
    return REASONS.getOrDefault(status, "Status " + status);
  }

  /** The status line without its end. */
  public String statusLine() {
    return version + " " + status + " " + reason;
  }

  /** The header's first value. */
  public Optional<String> first(String name) {
    return headers.stream().filter(line -> line.is(name)).map(Header::value).findFirst();
  }

  /**
   * The same with a header of these values: in the place that it has, or before Content-Length.
   *
   * @param values none takes the header out
   */
  public Answer with(String name, List<String> values) {
    int place = place(name);
    List<Header> lines = new ArrayList<>();
    for (int i = 0; i <= headers.size(); i++) {
      if (i == place) {
        values.forEach(value -> lines.add(new Header(name, value)));
      }
      if (i < headers.size() && !headers.get(i).is(name)) {
        lines.add(headers.get(i));
      }
    }
    return new Answer(version, status, reason, lines, body);
  }

  /** The same with a header of this value. */
  public Answer with(String name, String value) {
    return with(name, List.of(value));
  }

  /** The same with another body, and its length. */
  public Answer withBody(byte[] other) {
    return new Answer(version, status, reason, headers, other)
        .with(Bits.CONTENT_LENGTH, String.valueOf(other.length));
  }

  /** The same with its Content-Length, but without the bytes: as HEAD has it. */
  public Answer withoutBytes() {
    return new Answer(version, status, reason, headers, NOTHING);
  }

  private int place(String name) {
    int place = headers.size();
    for (int i = headers.size() - 1; i >= 0; i--) {
      if (headers.get(i).is(name)) {
        return first(name, i);
      }
      if (headers.get(i).is(Bits.CONTENT_LENGTH)) {
        place = i;
      }
    }
    return place;
  }

  private int first(String name, int last) {
    for (int i = 0; i < last; i++) {
      if (headers.get(i).is(name)) {
        return i;
      }
    }
    return last;
  }

  /** Status line and headers with the empty line. */
  public byte[] head() {
    StringBuilder head = new StringBuilder(256).append(statusLine()).append("\r\n");
    for (Header header : headers) {
      head.append(header.name()).append(": ").append(header.value()).append("\r\n");
    }
    return head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }
}
