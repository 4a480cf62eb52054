package org.bitstck.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The bytes around the parts of an answer with several ranges. One CRLF stands before the first
 * boundary, and a part has no headers but the two that it needs; Windows clients allow two CRLFs
 * and 180 bytes more.
 */
final class Multipart {
  private final String boundary = UUID.randomUUID().toString();
  private final List<byte[]> heads;
  private final byte[] end = ascii("\r\n--" + boundary + "--\r\n");
  private final long content;

  /**
   * @param size of the whole file, in bytes
   */
  Multipart(List<ByteRanges.Part> parts, long size, String type) {
    heads = parts.stream().map(part -> head(part, size, type)).toList();
    content = parts.stream().mapToLong(ByteRanges.Part::length).sum();
  }

  private byte[] head(ByteRanges.Part part, long size, String type) {
    String text = "\r\n--" + boundary + "\r\nContent-Type: " + type + "\r\n";
    return ascii(text + "Content-Range: " + contentRange(part, size) + "\r\n\r\n");
  }

  static String contentRange(ByteRanges.Part part, long size) {
    return "bytes " + part.first() + "-" + part.last() + "/" + size;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }

  String contentType() {
    return "multipart/byteranges; boundary=" + boundary;
  }

  /** What stands before a part. */
  byte[] head(int part) {
    return heads.get(part);
  }

  /** What stands behind the last part. */
  byte[] end() {
    return end;
  }

  /** Bytes of the whole body. */
  long length() {
    return content + heads.stream().mapToLong(head -> head.length).sum() + end.length;
  }
}
