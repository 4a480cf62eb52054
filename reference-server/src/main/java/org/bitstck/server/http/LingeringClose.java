package org.bitstck.server.http;

import io.netty.buffer.Unpooled;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.socket.DuplexChannel;
import io.netty.handler.ssl.SslHandler;
import java.time.Duration;
import java.util.concurrent.TimeUnit;

/**
 * Closes a connection so that the last answer arrives. If bytes of the peer were still unread at
 * the close, TCP would reset the connection, and the answer could be lost on its way (RFC 9112
 * 9.6).
 */
public final class LingeringClose {
  private LingeringClose() {}

  /**
   * Ends this side behind all that was written, and the connection when the peer has ended its
   * side.
   */
  public static void after(ChannelHandlerContext ctx, Duration limit) {
    ctx.writeAndFlush(Unpooled.EMPTY_BUFFER)
        .addListener(
            written -> {
              SslHandler tls = ctx.pipeline().get(SslHandler.class);
              if (tls != null) {
                tls.closeOutbound();
              } else if (ctx.channel() instanceof DuplexChannel duplex) {
                duplex.shutdownOutput();
              }
            });
    ctx.executor().schedule(() -> ctx.close(), limit.toMillis(), TimeUnit.MILLISECONDS);
  }
}
