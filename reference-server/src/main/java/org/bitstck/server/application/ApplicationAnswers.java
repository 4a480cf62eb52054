package org.bitstck.server.application;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.DefaultHttpContent;
import io.netty.handler.codec.http.HttpChunkedInput;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.stream.ChunkedNioFile;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.function.UnaryOperator;
import org.bitstck.server.http.Answers;
import org.bitstck.server.protocol.BitsHeader;

/** Turns answers into HTTP messages; the reply is streamed. Source: MC-BUP 2.2.13. */
final class ApplicationAnswers {
  private static final int PIECE = 64 * 1024;

  private ApplicationAnswers() {}

  /**
   * Sends an answer.
   *
   * @param close whether the connection ends behind it
   * @param change sees the head before it is sent
   * @return the write of its last byte
   * @throws IOException if the reply cannot be read; then nothing was sent
   */
  static ChannelFuture send(
      ChannelHandlerContext ctx, Answer answer, boolean close, UnaryOperator<HttpResponse> change)
      throws IOException {
    Content body = answer.body();
    FileChannel file =
        body.file() == null ? null : FileChannel.open(body.file(), StandardOpenOption.READ);
    HttpResponse head = change.apply(head(answer, close));
    ctx.write(head);
    if (file != null) {
      return ctx.writeAndFlush(
          new HttpChunkedInput(new ChunkedNioFile(file, 0, body.length(), PIECE)));
    }
    ctx.write(new DefaultHttpContent(Unpooled.wrappedBuffer(body.bytes())));
    return ctx.writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT);
  }

  private static HttpResponse head(Answer answer, boolean close) {
    HttpResponse head = Answers.head(answer.status());
    head.headers().add("Content-Length", Long.toString(answer.body().length()));
    if (answer.staticUrl() != null) {
      head.headers().add(BitsHeader.STATIC_RESPONSE_URL, answer.staticUrl());
    }
    if (answer.copy()) {
      head.headers().add(BitsHeader.COPY_FILE_TO_DESTINATION, "yes");
    }
    if (answer.status() == 405) {
      head.headers().add("Allow", "POST");
    }
    if (close) {
      head.headers().add("Connection", "close");
    }
    return head;
  }
}
