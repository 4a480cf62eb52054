package org.bitstck.client.http;

import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;

/**
 * The head of an answer.
 *
 * @param version as in the status line, "HTTP/1.1"
 * @param fields in their order
 */
public record Answer(String version, int status, List<Field> fields) {

  /** A header as it came, blanks around the value left out. */
  public record Field(String name, String value) {}

  static Answer of(HttpResponse head) {
    List<Field> fields = new ArrayList<>();
    for (Header header : head.getHeaders()) {
      String value = header.getValue();
      fields.add(new Field(header.getName(), value == null ? "" : value.trim()));
    }
    return new Answer(String.valueOf(head.getVersion()), head.getCode(), fields);
  }

  public boolean http11() {
    return version.equals("HTTP/1.1");
  }

  /** The first value of a header, null if it is missing. */
  public String header(String name) {
    for (Field field : fields) {
      if (field.name().equalsIgnoreCase(name)) {
        return field.value();
      }
    }
    return null;
  }

  /** All values of a header. */
  public List<String> headers(String name) {
    return fields.stream()
        .filter(field -> field.name().equalsIgnoreCase(name))
        .map(Field::value)
        .toList();
  }

  /** Content-Length, -1 if it is missing or another coding decides where the body ends. */
  public long contentLength() {
    String text = header("Content-Length");
    if (text == null || header("Transfer-Encoding") != null) {
      return -1;
    }
    try {
      return Math.max(-1, Long.parseLong(text));
    } catch (NumberFormatException e) {
      return -1;
    }
  }

  /** Whether another request can follow on the same connection. */
  public boolean keepsConnection() {
    if (!http11()) {
      return false;
    }
    for (String value : headers("Connection")) {
      for (String token : value.split(",")) {
        if (token.trim().equalsIgnoreCase("close")) {
          return false;
        }
      }
    }
    return true;
  }

  @Override
  public String toString() {
    return version + " " + status;
  }
}
