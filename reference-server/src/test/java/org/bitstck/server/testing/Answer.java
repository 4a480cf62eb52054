package org.bitstck.server.testing;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What came back over a socket.
 *
 * @param version of the status line
 * @param headers names as they came
 */
public record Answer(
    String version, int status, List<Map.Entry<String, String>> headers, byte[] body) {

  /** The only value of a header; null if there is none. */
  public String header(String name) {
    Optional<String> value = Optional.empty();
    for (Map.Entry<String, String> header : headers) {
      if (header.getKey().equalsIgnoreCase(name)) {
        if (value.isPresent()) {
          throw new AssertionError(name + " more than once in " + headers);
        }
        value = Optional.of(header.getValue());
      }
    }
    return value.orElse(null);
  }

  public String session() {
    return header("BITS-Session-Id");
  }

  public String offset() {
    return header("BITS-Received-Content-Range");
  }

  /** Status, error and context in one text, for short assertions: {@code 500 0x8020001F 0x5}. */
  public String outcome() {
    String error = header("BITS-Error");
    String code = header("BITS-Error-Code");
    if (error != null && code != null && !error.equals(code)) {
      throw new AssertionError(error + " and " + code);
    }
    if (error == null && code == null) {
      return Integer.toString(status);
    }
    return status + " " + (error == null ? code : error) + " " + header("BITS-Error-Context");
  }
}
