package org.bitstck.clients;

import java.util.Map;
import java.util.Set;

/**
 * What a server said.
 *
 * @param version {@code HTTP/1.1}
 * @param headers by name in lower case; of several with one name the first
 * @param names of the headers, as they were written
 * @param body as far as it came
 * @param cut why the body ended before its end; null if it is whole
 * @param closing the connection cannot be used again
 */
public record Answer(
    String version,
    int status,
    Map<String, String> headers,
    Set<String> names,
    byte[] body,
    Failure cut,
    boolean closing) {

  /** The header's value; null if it is not there. */
  public String header(String name) {
    return headers.get(name.toLowerCase(java.util.Locale.ROOT));
  }

  /** The HRESULT, under either of its two names; -1 if there is none. */
  public long error() {
    long value = hex(header("BITS-Error"));
    return value >= 0 ? value : hex(header("BITS-Error-Code"));
  }

  /** Who found the error: 0x5 the server, 0x7 its application; -1 if it is not said. */
  public long context() {
    return hex(header("BITS-Error-Context"));
  }

  /** A number of bytes; -1 if there is none that can be used. */
  public long number(String name) {
    String text = header(name);
    return text != null && text.matches("[0-9]{1,18}") ? Long.parseLong(text) : -1;
  }

  private static long hex(String text) {
    String digits = text == null ? "" : text.replaceFirst("^0?[xX]", "");
    return digits.matches("[0-9a-fA-F]{1,8}") ? Long.parseLong(digits, 16) : -1;
  }
}
