package org.bitstck.client.http;

import java.util.ArrayList;
import java.util.List;
import org.apache.hc.core5.http.Header;
import org.apache.hc.core5.http.HttpResponse;
import org.apache.hc.core5.http.HttpVersion;

/** The head of an answer. */
public final class Answer {
  private final HttpResponse head;

  Answer(HttpResponse head) {
    this.head = head;
  }

  public int status() {
    return head.getCode();
  }

  public boolean http11() {
    return HttpVersion.HTTP_1_1.equals(head.getVersion());
  }

  /** The first value of a header without the blanks around it, null if it is missing. */
  public String header(String name) {
    Header header = head.getFirstHeader(name);
    return header == null || header.getValue() == null ? null : header.getValue().trim();
  }

  /** All values of a header. */
  public List<String> headers(String name) {
    List<String> values = new ArrayList<>();
    for (Header header : head.getHeaders(name)) {
      values.add(header.getValue() == null ? "" : header.getValue());
    }
    return values;
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

  boolean keepsConnection() {
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
    return head.getVersion() + " " + head.getCode();
  }
}
