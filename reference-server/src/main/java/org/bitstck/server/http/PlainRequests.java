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
import org.bitstck.server.directory.Directory;
import org.bitstck.server.protocol.Refusal;
import org.bitstck.server.protocol.RequestTarget;
import org.bitstck.server.session.Session;
import org.bitstck.server.upload.Replies;

/**
 * Answers requests that are no packets: GET and HEAD read files and replies back (MC-BUP 2.3),
 * nothing else is done.
 */
public final class PlainRequests {
  /** What a request gets: a file, or an answer without a body. */
  record Found(Path file, int status) {}

  private static final Found NOTHING = new Found(null, 404);
  private static final Found LOGIN = new Found(null, 401);

  private final Supplier<Directories> directories;
  private final Replies replies;
  private final DownloadRules rules;

  public PlainRequests(Supplier<Directories> directories, Replies replies, DownloadRules rules) {
    this.rules = rules;
    this.directories = directories;
    this.replies = replies;
  }

  /** Looks for what a request asks for. */
  Found find(HttpRequest request, String user) {
    if (request.protocolVersion().equals(HttpVersion.HTTP_1_1)
        && !request.headers().contains("Host")) {
      return new Found(null, 400);
    }
    if (!request.method().equals(HttpMethod.GET) && !request.method().equals(HttpMethod.HEAD)) {
      return new Found(null, 405);
    }
    try {
      RequestTarget target = RequestTarget.parse(request.uri());
      Session session = replies.find(target);
      return session != null ? reply(session, user) : published(target, user);
    } catch (Refusal noFileName) {
      return NOTHING;
    }
  }

  private Found reply(Session session, String user) {
    if (lacksLogin(session.directory(), user)) {
      return LOGIN;
    }
    Path file = replies.file(session);
    return file == null ? NOTHING : new Found(file, 200);
  }

  private Found published(RequestTarget target, String user) throws Refusal {
    Destination destination = directories.get().find(target);
    if (destination == null || !destination.directory().readBack()) {
      return NOTHING;
    }
    if (lacksLogin(destination.directory(), user)) {
      return LOGIN;
    }
    Path file = destination.readable();
    return file == null ? NOTHING : new Found(file, 200);
  }

  private static boolean lacksLogin(Directory directory, String user) {
    return directory.access().authentication() && user == null;
  }

  /** Streams a file; null if it went away meanwhile, and nothing was sent. */
  ChannelFuture send(ChannelHandlerContext ctx, HttpRequest request, Path file, boolean close) {
    return new FileAnswer(ctx, request, close, rules).send(file);
  }

  /** The answer without a body. */
  static FullHttpResponse empty(int status) {
    FullHttpResponse response = Answers.empty(status);
    if (status == 405) {
      response.headers().add("Allow", "GET, HEAD, BITS_POST");
    } else if (status == 401) {
      response.headers().add("WWW-Authenticate", "Basic realm=\"uploads\", charset=\"UTF-8\"");
    }
    return response;
  }
}
