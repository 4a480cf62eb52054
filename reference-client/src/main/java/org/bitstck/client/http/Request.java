package org.bitstck.client.http;

import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A request.
 *
 * @param method HTTP method
 * @param destination where it goes
 * @param headers in their order; Host, Content-Length and credentials are added when it is sent
 * @param body null for none; a request of the protocol then says Content-Length 0
 */
public record Request(
    String method, Destination destination, Map<String, String> headers, Body body) {

  public static Request of(String method, Destination destination) {
    return new Request(method, destination, new LinkedHashMap<>(), null);
  }

  public Request header(String name, String value) {
    headers.put(name, value);
    return this;
  }

  public Request with(Body bytes) {
    return new Request(method, destination, headers, bytes);
  }

  boolean isDownload() {
    return method.equals("GET") || method.equals("HEAD");
  }
}
