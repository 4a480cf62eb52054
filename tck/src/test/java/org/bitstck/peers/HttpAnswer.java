package org.bitstck.peers;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** An answer that is being put together. */
public final class HttpAnswer {
  /** Says nothing and keeps the connection open. */
  public static final HttpAnswer SILENCE = new HttpAnswer(0);

  /** Says nothing and closes the connection. */
  public static final HttpAnswer HANG_UP = new HttpAnswer(0);

  private int status;
  private final Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private byte[] body = new byte[0];
  private boolean closing;

  /** An answer with {@code Content-Length: 0}. */
  public HttpAnswer(int status) {
    this.status = status;
    with("Content-Length", "0");
  }

  public int status() {
    return status;
  }

  /** The same with another status. */
  public HttpAnswer status(int other) {
    status = other;
    return this;
  }

  public boolean isSuccess() {
    return status / 100 == 2;
  }

  public boolean has(String name) {
    return headers.containsKey(name);
  }

  /** The header's value; null if it is not there. */
  public String header(String name) {
    return headers.get(name);
  }

  public HttpAnswer with(String name, String value) {
    headers.remove(name);
    headers.put(name, value);
    return this;
  }

  public HttpAnswer without(String name) {
    headers.remove(name);
    return this;
  }

  /** Gives a header another name, if it is there. */
  public HttpAnswer renamed(String name, String other) {
    String value = headers.remove(name);
    return value == null ? this : with(other, value);
  }

  /** All headers by name. */
  public Map<String, String> headers() {
    return Map.copyOf(headers);
  }

  public byte[] body() {
    return body.clone();
  }

  public HttpAnswer body(byte[] bytes) {
    body = bytes.clone();
    return with("Content-Length", String.valueOf(bytes.length));
  }

  /** The connection is closed behind it. */
  public HttpAnswer closing() {
    closing = true;
    return with("Connection", "close");
  }

  public boolean isClosing() {
    return closing;
  }

  /** Status line and headers. */
  public byte[] head() {
    StringBuilder text = new StringBuilder("HTTP/1.1 " + status + " -\r\n");
    headers.forEach((name, value) -> text.append(name + ": " + value + "\r\n"));
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The whole answer. */
  public byte[] bytes() {
    byte[] head = head();
    byte[] bytes = Arrays.copyOf(head, head.length + body.length);
    System.arraycopy(body, 0, bytes, head.length, body.length);
    return bytes;
  }
}
