package org.bitstck.server.http;

import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.bitstck.server.directory.Destination;
import org.bitstck.server.directory.Directories;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;

/** Answers requests that are no packets: GET and HEAD read files back, nothing else is done. */
public final class PlainRequests {
  private final Supplier<Directories> directories;

  public PlainRequests(Supplier<Directories> directories) {
    this.directories = directories;
  }

  /**
   * Streams the file that a request asks for.
   *
   * @return the write of its last byte; null if nothing was sent
   */
  ChannelFuture answer(ChannelHandlerContext ctx, HttpRequest request, boolean close) {
    if (!isRead(request) || lacksHost(request)) {
      return null;
    }
    try {
      Destination destination = directories.get().find(RequestTarget.parse(request.uri()));
      if (destination == null || !destination.directory().readBack()) {
        return null;
      }
      Path file = destination.readable();
      return file == null ? null : new FileAnswer(ctx, request, file).send(close);
    } catch (Refusal noFileName) {
      return null;
    }
  }

  /** The answer if no file was sent. */
  FullHttpResponse answer(HttpRequest request) {
    if (lacksHost(request)) {
      return Answers.empty(400);
    }
    if (isRead(request)) {
      return Answers.empty(404);
    }
    FullHttpResponse response = Answers.empty(405);
    response.headers().add("Allow", "GET, HEAD, BITS_POST");
    return response;
  }

  private static boolean isRead(HttpRequest request) {
    return request.method().equals(HttpMethod.GET) || request.method().equals(HttpMethod.HEAD);
  }

  private static boolean lacksHost(HttpRequest request) {
    return request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !request.headers().contains("Host");
  }
}
