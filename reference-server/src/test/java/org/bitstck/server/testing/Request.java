package org.bitstck.server.testing;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request, written as text; headers come in the order in which they are added. */
public final class Request {
  public static final String PROTOCOL = "{7df0354d-249b-430f-820d-3d2a9bef4931}";

  private final String method;
  private final String target;
  private final List<String> headers = new ArrayList<>();
  private byte[] body = {};
  private boolean length = true;
  private String version = "HTTP/1.1";

  private Request(String method, String target) {
    this.method = method;
    this.target = target;
    headers.add("Host: files.example");
  }

  public static Request of(String method, String target) {
    return new Request(method, target);
  }

  public static Request get(String target) {
    return new Request("GET", target).noLength();
  }

  public static Request packet(String type, String target) {
    return new Request("BITS_POST", target).header("BITS-Packet-Type", type);
  }

  public static Request ping(String target) {
    return packet("PING", target);
  }

  public static Request create(String target) {
    return packet("CREATE-SESSION", target).header("BITS-Supported-Protocols", PROTOCOL);
  }

  public static Request fragment(String target, String session, String range, byte[] body) {
    return packet("FRAGMENT", target)
        .header("BITS-Session-Id", session)
        .header("Content-Range", range)
        .body(body);
  }

  /** A fragment of an entity that begins at an offset. */
  public static Request fragment(String target, String session, byte[] entity, int from, int to) {
    byte[] part = java.util.Arrays.copyOfRange(entity, from, to);
    String range = "bytes " + from + "-" + (to - 1) + "/" + entity.length;
    return fragment(target, session, range, part);
  }

  public static Request close(String target, String session) {
    return packet("CLOSE-SESSION", target).header("BITS-Session-Id", session);
  }

  public static Request cancel(String target, String session) {
    return packet("CANCEL-SESSION", target).header("BITS-Session-Id", session);
  }

  public Request header(String name, String value) {
    headers.add(name + ": " + value);
    return this;
  }

  public Request without(String name) {
    headers.removeIf(header -> header.startsWith(name + ":"));
    return this;
  }

  public Request body(byte[] bytes) {
    body = bytes;
    return this;
  }

  public Request noLength() {
    length = false;
    return this;
  }

  public Request version(String text) {
    version = text;
    return this;
  }

  public String method() {
    return method;
  }

  public byte[] head() {
    StringBuilder text = new StringBuilder();
    text.append(method).append(' ').append(target).append(' ').append(version).append("\r\n");
    headers.forEach(header -> text.append(header).append("\r\n"));
    if (length) {
      text.append("Content-Length: ").append(body.length).append("\r\n");
    }
    return text.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1);
  }

  public byte[] bytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    bytes.writeBytes(head());
    bytes.writeBytes(body);
    return bytes.toByteArray();
  }
}
