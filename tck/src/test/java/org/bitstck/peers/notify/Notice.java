package org.bitstck.peers.notify;

import java.io.ByteArrayOutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request to a server application that is being put together. */
public final class Notice {
  final URI url;
  private String method = "POST";
  private String version = "HTTP/1.1";
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body;

  Notice(URI url, byte[] body) {
    this.url = url;
    this.body = body;
    headers.put("Host", url.getRawAuthority());
    headers.put("Connection", "close");
    headers.put("Content-Length", String.valueOf(body.length));
  }

  public Notice method(String other) {
    method = other;
    return this;
  }

  public Notice version(String other) {
    version = other;
    return this;
  }

  public Notice with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Notice without(String name) {
    headers.remove(name);
    return this;
  }

  public String header(String name) {
    return headers.get(name);
  }

  /** The same with other bytes, and their length. */
  public Notice body(byte[] bytes) {
    body = bytes.clone();
    return with("Content-Length", String.valueOf(bytes.length));
  }

  public byte[] body() {
    return body.clone();
  }

  /** The same body in one chunk, without a length. */
  public Notice chunked() {
    ByteArrayOutputStream chunks = new ByteArrayOutputStream();
    chunks.writeBytes(ascii(Integer.toHexString(body.length) + "\r\n"));
    chunks.writeBytes(body);
    chunks.writeBytes(ascii("\r\n0\r\n\r\n"));
    body = chunks.toByteArray();
    return without("Content-Length").with("Transfer-Encoding", "chunked");
  }

  byte[] bytes() {
    String query = url.getRawQuery() == null ? "" : "?" + url.getRawQuery();
    StringBuilder head = new StringBuilder();
    head.append(method + " " + url.getRawPath() + query + " " + version + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    all.writeBytes(ascii(head + "\r\n"));
    all.writeBytes(body);
    return all.toByteArray();
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.ISO_8859_1);
  }
}
