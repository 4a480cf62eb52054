package org.bitstck.server.http;

import io.netty.buffer.Unpooled;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.DefaultHttpHeadersFactory;
import io.netty.handler.codec.http.DefaultHttpResponse;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpVersion;
import org.bitstck.server.protocol.Ack;

/** Turns answers into HTTP messages. None of them tells which program or release wrote it. */
public final class Answers {
  private Answers() {}

  static FullHttpResponse of(Ack ack) {
    FullHttpResponse response = full(ack.status());
    // an Ack tells its length itself; the headers come out as they are written there
    ack.headers().forEach(response.headers()::add);
    return response;
  }

  /** An answer without a body that is no Ack. */
  static FullHttpResponse empty(int status) {
    FullHttpResponse response = full(status);
    response.headers().add("Content-Length", "0");
    return response;
  }

  /** Tells the peer to send its body. */
  public static FullHttpResponse goOn() {
    return new DefaultFullHttpResponse(
        HttpVersion.HTTP_1_1, HttpResponseStatus.CONTINUE, Unpooled.EMPTY_BUFFER);
  }

  /** The head of an answer whose body follows. */
  public static HttpResponse head(int status) {
    HttpResponse response =
        new DefaultHttpResponse(HttpVersion.HTTP_1_1, HttpResponseStatus.valueOf(status));
    response.headers().add("Date", HttpDate.now());
    return response;
  }

  private static FullHttpResponse full(int status) {
    HttpHeaders headers = DefaultHttpHeadersFactory.headersFactory().newHeaders();
    HttpHeaders trailers = DefaultHttpHeadersFactory.trailersFactory().newEmptyHeaders();
    FullHttpResponse response =
        new DefaultFullHttpResponse(
            HttpVersion.HTTP_1_1,
            HttpResponseStatus.valueOf(status),
            Unpooled.EMPTY_BUFFER,
            headers,
            trailers);
    response.headers().add("Date", HttpDate.now());
    return response;
  }
}
