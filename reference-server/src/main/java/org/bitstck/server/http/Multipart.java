package org.bitstck.server.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;

/**
 * The bytes around the parts of an answer with several ranges. One CRLF stands before the first
 * boundary, and a part has no headers but the two that it needs; Windows clients allow two CRLFs
 * and 180 bytes more.
 */
public final class Multipart {
  /** Writes the headers of a part. */
  public interface PartHeaders {
    /**
     * @param size of the whole file, in bytes
     * @param type media type of the file
     * @return lines, each with its CRLF
     */
    String of(ByteRanges.Part part, long size, String type);
  }

  private final String boundary = UUID.randomUUID().toString();
  private final List<byte[]> heads;
  private final byte[] end = ascii("\r\n--" + boundary + "--\r\n");
  private final long content;

  /**
   * @param size of the whole file, in bytes
   */
  Multipart(List<ByteRanges.Part> parts, long size, String type, PartHeaders headers) {
    heads = parts.stream().map(part -> head(headers.of(part, size, type))).toList();
    content = parts.stream().mapToLong(ByteRanges.Part::length).sum();
  }

  private byte[] head(String headers) {
    return ascii("\r\n--" + boundary + "\r\n" + headers + "\r\n");
  }

  /** The two headers that a part needs. */
  static String headers(ByteRanges.Part part, long size, String type) {
    return "Content-Type: " + type + "\r\nContent-Range: " + contentRange(part, size) + "\r\n";
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
