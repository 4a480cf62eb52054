package org.bitstck.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/**
 * Answers GET and HEAD for a file, whole or in parts. Several parts come in the order of the
 * request (MC-BUP 2.3); the file is streamed, so its size does not matter.
 */
public final class FileAnswer {
  private static final String TYPE = "application/octet-stream";

  private final ChannelHandlerContext ctx;
  private final HttpRequest request;
  private final boolean close;
  private final DownloadRules rules;

  /**
   * @param close whether the connection ends behind the answer
   */
  public FileAnswer(
      ChannelHandlerContext ctx, HttpRequest request, boolean close, DownloadRules rules) {
    this.rules = rules;
    this.ctx = ctx;
    this.request = request;
    this.close = close;
  }

  /**
   * Sends a file.
   *
   * @return the write of the last byte; null if the file cannot be opened, and nothing was sent
   */
  public ChannelFuture send(Path path) {
    try {
      OpenFile file = OpenFile.open(path);
      if (request.method().equals(HttpMethod.HEAD)) {
        file.close();
      }
      return send(file);
    } catch (IOException e) {
      return null;
    }
  }

  private ChannelFuture send(OpenFile file) throws IOException {
    List<ByteRanges.Part> parts = rules.ranges().read(range(file.modified()), file.size());
    if (parts == null) {
      HttpResponse head = head(200, file.size(), file);
      head.headers().add("Content-Type", TYPE);
      boolean empty = file.size() == 0;
      return send(
          file, head, empty ? List.of() : List.of(new ByteRanges.Part(0, file.size() - 1)), null);
    }
    if (parts.isEmpty()) {
      HttpResponse head = head(416, 0, file);
      head.headers().add("Content-Range", "bytes */" + file.size());
      return send(file, head, parts, null);
    }
    if (parts.size() == 1) {
      HttpResponse head = head(206, parts.get(0).length(), file);
      head.headers().add("Content-Type", TYPE);
      head.headers().add("Content-Range", Multipart.contentRange(parts.get(0), file.size()));
      return send(file, head, parts, null);
    }
    Multipart multipart = new Multipart(parts, file.size(), TYPE, rules.partHeaders());
    HttpResponse head = head(206, multipart.length(), file);
    head.headers().add("Content-Type", multipart.contentType());
    return send(file, head, parts, multipart);
  }

  /** A part is sent only as long as the file is the one that the client knows (RFC 9110 13.1.5). */
  private String range(Instant modified) {
    String ifRange = request.headers().get("If-Range");
    if (ifRange != null && !ifRange.equals(HttpDate.of(modified))) {
      return null;
    }
    return request.headers().get("Range");
  }

  private HttpResponse head(int status, long length, OpenFile file) {
    HttpResponse head = Answers.head(status);
    head.headers().add("Content-Length", Long.toString(length));
    head.headers().add("Accept-Ranges", "bytes");
    if (status != 416) {
      head.headers().add("Last-Modified", HttpDate.of(file.modified()));
    }
    if (close) {
      head.headers().add("Connection", "close");
    }
    return head;
  }

  private ChannelFuture send(
      OpenFile file, HttpResponse head, List<ByteRanges.Part> parts, Multipart multipart)
      throws IOException {
    ctx.write(head);
    if (request.method().equals(HttpMethod.HEAD) || parts.isEmpty()) {
      file.close();
      return ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
    }
    for (int i = 0; i < parts.size(); i++) {
      if (multipart != null) {
        ctx.write(Unpooled.wrappedBuffer(multipart.head(i)));
      }
      ctx.write(new FilePart(file, parts.get(i), i == parts.size() - 1));
    }
    if (multipart != null) {
      ctx.write(Unpooled.wrappedBuffer(multipart.end()));
    }
    return ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
  }
}
