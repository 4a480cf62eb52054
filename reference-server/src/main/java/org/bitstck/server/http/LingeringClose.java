package org.bitstck.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the last answer arrives. If bytes of the peer were still unread at
 * the close, TCP would reset the connection, and the answer could be lost on its way (RFC 9112
 * 9.6).
 */
final class LingeringClose {
  private LingeringClose() {}

  /**
   * Ends this side behind all that was written, and the connection when the peer has ended its
   * side.
   */
  static void after(ChannelHandlerContext ctx, Duration limit, boolean tls) {
    Channel channel = ctx.channel();
    if (tls || !(channel instanceof DuplexChannel duplex)) {
      ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(f -> ctx.close());
      return;
    }
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER).addListener(written -> duplex.shutdownOutput());
    ctx.executor().schedule(() -> ctx.close(), limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
