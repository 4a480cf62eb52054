package org.bitstck.peers;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * A request as it came.
 *
 * @param headers values by name, in any letter case
 * @param body empty until it is read
 */
public record HttpRequest(
    String method, String target, String version, Map<String, List<String>> headers, byte[] body) {
  private static final int LINE_BYTES = 16 * 1024;

  /**
   * Reads request line and headers.
   *
   * @return null at the end of the connection
   * @throws MalformedRequest if it is no HTTP
   */
  public static HttpRequest readHead(InputStream in) throws IOException {
    String start = line(in);
    while (start != null && start.isEmpty()) {
      start = line(in);
    }
    if (start == null) {
      return null;
    }
    String[] words = start.split(" ", -1);
    if (words.length != 3 || !words[2].startsWith("HTTP/")) {
      throw new MalformedRequest();
    }
    return new HttpRequest(words[0], words[1], words[2], readHeaders(in), new byte[0]);
  }

  private static Map<String, List<String>> readHeaders(InputStream in) throws IOException {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    List<String> last = null;
    for (String line = line(in); ; line = line(in)) {
      if (line == null) {
        throw new IOException("the connection ended within the headers");
      }
      if (line.isEmpty()) {
        return headers;
      }
      int colon = line.indexOf(':');
      if ((line.startsWith(" ") || line.startsWith("\t")) && last != null) {
        // a folded line goes on with the value before it: RFC 2616 section 4.2
        last.set(last.size() - 1, (last.get(last.size() - 1) + " " + line.strip()).strip());
      } else if (colon <= 0) {
        throw new MalformedRequest();
      } else {
        last = headers.computeIfAbsent(line.substring(0, colon).strip(), n -> new ArrayList<>());
        last.add(line.substring(colon + 1).strip());
      }
    }
  }

  private static String line(InputStream in) throws IOException {
    ByteArrayOutputStream line = new ByteArrayOutputStream();
    while (true) {
      int next = in.read();
      if (next < 0) {
        return null;
      }
      if (next == '\n') {
        String text = line.toString(StandardCharsets.ISO_8859_1);
        return text.endsWith("\r") ? text.substring(0, text.length() - 1) : text;
      }
      line.write(next);
      if (line.size() > LINE_BYTES) {
        throw new MalformedRequest();
      }
    }
  }

  /** The value under that name; several are joined as one list: RFC 2616 section 4.2. */
  public Optional<String> header(String name) {
    return Optional.ofNullable(headers.get(name)).map(values -> String.join(", ", values));
  }

  /** True if the header has that value, in any letter case. */
  public boolean has(String name, String value) {
    return header(name).filter(value::equalsIgnoreCase).isPresent();
  }

  /** The packet type in lower case; empty if there is none. */
  public String packetType() {
    return header("BITS-Packet-Type").orElse("").toLowerCase(Locale.ROOT);
  }

  public HttpRequest withBody(byte[] bytes) {
    return new HttpRequest(method, target, version, headers, bytes);
  }

  public HttpRequest withHeaders(Map<String, List<String>> others) {
    return new HttpRequest(method, target, version, others, body);
  }

  /** What came is no HTTP request. */
  public static final class MalformedRequest extends IOException {}
}
