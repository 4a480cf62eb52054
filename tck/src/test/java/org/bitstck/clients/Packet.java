package org.bitstck.clients;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** A request that is being put together. */
public final class Packet {
  private String method;
  private String target;
  private String version = "HTTP/1.1";
  private final Map<String, String> headers = new LinkedHashMap<>();
  private byte[] body = new byte[0];
  private Hosts.Address address;

  private Packet(String method, String target) {
    this.method = method;
    this.target = target;
    with("Host", "");
  }

  /** A packet without body. */
  public static Packet bits(String type, String target) {
    return new Packet("BITS_POST", target)
        .with("BITS-Packet-Type", type)
        .with("Content-Length", "0");
  }

  public static Packet get(String target) {
    return new Packet("GET", target).with("Content-Length", "0");
  }

  public String type() {
    return headers.getOrDefault("BITS-Packet-Type", method);
  }

  /** The header's value; null if it is not there. */
  public String header(String name) {
    return headers.get(name);
  }

  public Packet with(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Packet without(String name) {
    headers.remove(name);
    return this;
  }

  public Packet body(byte[] bytes) {
    body = bytes.clone();
    return with("Content-Length", String.valueOf(bytes.length));
  }

  public byte[] body() {
    return body;
  }

  public Packet method(String other) {
    method = other;
    return this;
  }

  public String target() {
    return target;
  }

  public Packet target(String other) {
    target = other;
    return this;
  }

  public Packet version(String other) {
    version = other;
    return this;
  }

  /** Where it goes; null means where the upload's packets go. */
  public Hosts.Address address() {
    return address;
  }

  public Packet to(Hosts.Address other) {
    address = other;
    return this;
  }

  /** As it goes out. */
  public byte[] bytes() {
    StringBuilder head = new StringBuilder(method + " " + target + " " + version + "\r\n");
    headers.forEach((name, value) -> head.append(name + ": " + value + "\r\n"));
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.writeBytes(head.append("\r\n").toString().getBytes(StandardCharsets.ISO_8859_1));
    out.writeBytes(body);
    return out.toByteArray();
  }
}
