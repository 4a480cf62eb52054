package org.bitstck.server.defect;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelOutboundHandlerAdapter;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.util.ReferenceCountUtil;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.function.BiConsumer;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.bitstck.server.Policies;
import org.bitstck.server.http.HttpServer;
import org.bitstck.server.protocol.BitsHeader;

/** Places for mistakes in HTTP itself, below the packets. */
final class OnTheWire {
  private OnTheWire() {}

  /** Whether an answer is an Ack. */
  static boolean isAck(HttpResponse answer) {
    return answer.headers().contains(BitsHeader.PACKET_TYPE);
  }

  /** Edits the heads of requests, before anybody reads them. */
  static Consumer<Policies> request(Consumer<HttpRequest> edit) {
    return exchange(edit, (seen, answer) -> answer);
  }

  /** Edits the heads of requests on one connection. */
  static void add(ChannelPipeline pipeline, Consumer<HttpRequest> edit) {
    pipeline.addBefore(HttpServer.CONNECTION, null, new Exchanges(edit, (seen, answer) -> answer));
  }

  /** Edits the heads of answers. */
  static Consumer<Policies> answer(BiConsumer<Seen, HttpResponse> edit) {
    return exchange(
        request -> {},
        (seen, answer) -> {
          edit.accept(seen, answer);
          return answer;
        });
  }

  /** Puts another answer in the place of one without a body. */
  static Consumer<Policies> otherAnswer(BiFunction<Seen, HttpResponse, HttpResponse> change) {
    return exchange(request -> {}, change);
  }

  private static Consumer<Policies> exchange(
      Consumer<HttpRequest> edit, BiFunction<Seen, HttpResponse, HttpResponse> change) {
    return policies ->
        policies.aroundConnection(
            pipeline ->
                pipeline.addBefore(HttpServer.CONNECTION, null, new Exchanges(edit, change)));
  }

  /** Closes the connection at a request, without an answer. */
  static Consumer<Policies> closed(Predicate<Seen> which) {
    return policies ->
        policies.aroundConnection(
            pipeline ->
                pipeline.addBefore(
                    HttpServer.CONNECTION,
                    null,
                    new ChannelDuplexHandler() {
                      @Override
                      public void channelRead(ChannelHandlerContext ctx, Object message) {
                        if (message instanceof HttpRequest head && which.test(new Seen(head))) {
                          ctx.close();
                        }
                        if (ctx.channel().isActive()) {
                          ctx.fireChannelRead(message);
                        } else {
                          ReferenceCountUtil.release(message);
                        }
                      }
                    }));
  }

  /**
   * Rewrites the text of the heads of answers.
   *
   * @param change of everything from the status line to the empty line
   */
  static Consumer<Policies> headText(UnaryOperator<String> change) {
    return policies ->
        policies.aroundConnection(
            pipeline ->
                pipeline.addBefore(
                    HttpServer.ENCODER,
                    null,
                    new ChannelOutboundHandlerAdapter() {
                      @Override
                      public void write(
                          ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
                        ctx.write(
                            message instanceof ByteBuf bytes ? rewritten(bytes, change) : message,
                            promise);
                      }
                    }));
  }

  private static ByteBuf rewritten(ByteBuf bytes, UnaryOperator<String> change) {
    String text = bytes.toString(StandardCharsets.ISO_8859_1);
    int end = text.indexOf("\r\n\r\n");
    if (!text.startsWith("HTTP/1.1 ") || end < 0) {
      return bytes;
    }
    bytes.release();
    String head = change.apply(text.substring(0, end + 4));
    return Unpooled.copiedBuffer(head + text.substring(end + 4), StandardCharsets.ISO_8859_1);
  }

  /** Sees each request with its answer; several may wait for theirs. */
  private abstract static class Pairs extends ChannelDuplexHandler {
    private final Queue<HttpRequest> waiting = new ArrayDeque<>();

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof HttpRequest head) {
        waiting.add(head);
      }
      ctx.fireChannelRead(message);
    }

    /** The request that an answer is for; 100 is not the answer yet. */
    Seen requestOf(HttpResponse answer) {
      return new Seen(answer.status().code() == 100 ? waiting.peek() : waiting.poll());
    }
  }

  private static final class Exchanges extends Pairs {
    private final Consumer<HttpRequest> edit;
    private final BiFunction<Seen, HttpResponse, HttpResponse> change;

    Exchanges(Consumer<HttpRequest> edit, BiFunction<Seen, HttpResponse, HttpResponse> change) {
      this.edit = edit;
      this.change = change;
    }

    @Override
    public void channelRead(ChannelHandlerContext ctx, Object message) {
      if (message instanceof HttpRequest head) {
        edit.accept(head);
      }
      super.channelRead(ctx, message);
    }

    @Override
    public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
      ctx.write(
          message instanceof HttpResponse answer
              ? change.apply(requestOf(answer), answer)
              : message,
          promise);
    }
  }
}
