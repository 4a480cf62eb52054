package org.bitstck.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedNioFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;

/**
 * Answers GET and HEAD for a file, whole or in parts. Several parts come in the order of the
 * request (MC-BUP 2.3); the file is streamed, so its size does not matter.
 */
final class FileAnswer {
  private static final int CHUNK = 64 * 1024;
  private static final String TYPE = "application/octet-stream";

  private final ChannelHandlerContext ctx;
  private final HttpRequest request;
  private final Path file;

  FileAnswer(ChannelHandlerContext ctx, HttpRequest request, Path file) {
    this.ctx = ctx;
    this.request = request;
    this.file = file;
  }

  /**
   * Sends the answer.
   *
   * @return the write of its last byte; null if the file cannot be opened, and nothing was sent
   */
  ChannelFuture send(boolean close) {
    long size;
    Instant modified;
    try (FileChannel opened = FileChannel.open(file, StandardOpenOption.READ)) {
      size = opened.size();
      modified = Files.getLastModifiedTime(file).toInstant().truncatedTo(ChronoUnit.SECONDS);
    } catch (IOException e) {
      return null;
    }
    List<ByteRanges.Part> parts = ByteRanges.parse(range(modified), size);
    try {
      if (parts == null) {
        HttpResponse head = head(200, size, modified, close);
        head.headers().add("Content-Type", TYPE);
        return body(head, size == 0 ? List.of() : List.of(new ByteRanges.Part(0, size - 1)), null);
      }
      if (parts.isEmpty()) {
        HttpResponse head = head(416, 0, modified, close);
        head.headers().add("Content-Range", "bytes */" + size);
        return body(head, List.of(), null);
      }
      if (parts.size() == 1) {
        ByteRanges.Part part = parts.get(0);
        HttpResponse head = head(206, part.length(), modified, close);
        head.headers().add("Content-Type", TYPE);
        head.headers().add("Content-Range", contentRange(part, size));
        return body(head, parts, null);
      }
      Multipart multipart = new Multipart(parts, size);
      HttpResponse head = head(206, multipart.length(), modified, close);
      head.headers().add("Content-Type", "multipart/byteranges; boundary=" + multipart.boundary);
      return body(head, parts, multipart);
    } catch (IOException e) {
      return null;
    }
  }

  /**
   * A range is asked for only as long as the file is the one that the client knows (RFC 9110
   * 13.1.5).
   */
  private String range(Instant modified) {
    String ifRange = request.headers().get("If-Range");
    if (ifRange != null && !ifRange.equals(HttpDate.of(modified))) {
      return null;
    }
    return request.headers().get("Range");
  }

  private HttpResponse head(int status, long length, Instant modified, boolean close) {
    HttpResponse head = Answers.head(status);
    head.headers().add("Content-Length", Long.toString(length));
    head.headers().add("Accept-Ranges", "bytes");
    if (status != 416) {
      head.headers().add("Last-Modified", HttpDate.of(modified));
    }
    if (close) {
      head.headers().add("Connection", "close");
    }
    return head;
  }

  private static String contentRange(ByteRanges.Part part, long size) {
    return "bytes " + part.first() + "-" + part.last() + "/" + size;
  }

  private ChannelFuture body(HttpResponse head, List<ByteRanges.Part> parts, Multipart multipart)
      throws IOException {
    if (request.method().equals(HttpMethod.HEAD)) {
      parts = List.of();
      multipart = null;
    }
    FileChannel[] channels = new FileChannel[parts.size()];
    for (int i = 0; i < channels.length; i++) {
      channels[i] = FileChannel.open(file, StandardOpenOption.READ);
    }
    ctx.write(head);
    for (int i = 0; i < channels.length; i++) {
      ByteRanges.Part part = parts.get(i);
      if (multipart != null) {
        ctx.write(Unpooled.wrappedBuffer(multipart.heads.get(i)));
      }
      ctx.write(new ChunkedNioFile(channels[i], part.first(), part.length(), CHUNK));
    }
    if (multipart != null) {
      ctx.write(Unpooled.wrappedBuffer(multipart.end));
    }
    return ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  /** The bytes around the parts. */
  private static final class Multipart {
    final String boundary = UUID.randomUUID().toString();
    final List<byte[]> heads;
    final byte[] end = ascii("\r\n--" + boundary + "--\r\n");
    private final long content;

    Multipart(List<ByteRanges.Part> parts, long size) {
      heads =
          parts.stream()
              .map(
                  part ->
                      ascii(
                          "\r\n--"
                              + boundary
                              + "\r\nContent-Type: "
                              + TYPE
                              + "\r\nContent-Range: "
                              + contentRange(part, size)
                              + "\r\n\r\n"))
              .toList();
      content = parts.stream().mapToLong(ByteRanges.Part::length).sum();
    }

    long length() {
      return content + heads.stream().mapToLong(head -> head.length).sum() + end.length;
    }

    private static byte[] ascii(String text) {
      return text.getBytes(StandardCharsets.US_ASCII);
    }
  }
}
