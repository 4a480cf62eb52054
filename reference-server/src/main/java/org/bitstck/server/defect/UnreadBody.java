package org.bitstck.server.defect;

import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelDuplexHandler;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandler;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ChannelPromise;
import io.netty.handler.codec.http.HttpContent;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpResponse;
import io.netty.handler.codec.http.LastHttpContent;
import org.bitstck.server.http.HttpServer;
import org.bitstck.server.protocol.PacketType;

/**
 * The body of a fragment that was refused before it came is not dropped, but read as the next
 * request.
 */
final class UnreadBody extends ChannelDuplexHandler {
  private boolean fragment;
  private boolean refused;
  private ByteBuf body;

  private UnreadBody() {}

  static void install(ChannelPipeline pipeline) {
    pipeline.addBefore(HttpServer.CONNECTION, null, new UnreadBody());
  }

  @Override
  public void channelRead(ChannelHandlerContext ctx, Object message) {
    if (message instanceof HttpRequest head) {
      fragment = new Seen(head).is(PacketType.FRAGMENT);
      refused = false;
      drop();
    }
    ByteBuf bytes = message instanceof HttpContent content ? content.content().copy() : null;
    boolean last = message instanceof LastHttpContent;
    ctx.fireChannelRead(message);
    if (bytes == null) {
      return;
    }
    if (!refused) {
      bytes.release();
      return;
    }
    body = body == null ? bytes : ctx.alloc().compositeBuffer().addComponents(true, body, bytes);
    if (last && body.isReadable()) {
      ByteBuf again = body;
      body = null;
      ctx.executor().execute(() -> readAgain(ctx, again));
    }
  }

  private static void readAgain(ChannelHandlerContext ctx, ByteBuf bytes) {
    try {
      ChannelHandlerContext decoder = ctx.pipeline().context(HttpServer.DECODER);
      ((ChannelInboundHandler) decoder.handler()).channelRead(decoder, bytes);
    } catch (Exception e) {
      ctx.fireExceptionCaught(e);
    }
  }

  @Override
  public void write(ChannelHandlerContext ctx, Object message, ChannelPromise promise) {
    if (message instanceof HttpResponse answer && answer.status().code() >= 400) {
      refused = fragment;
    }
    ctx.write(message, promise);
  }

  @Override
  public void channelInactive(ChannelHandlerContext ctx) {
    drop();
    ctx.fireChannelInactive();
  }

  private void drop() {
    if (body != null) {
      body.release();
      body = null;
    }
  }
}
