package org.bitstck.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.TimeUnit;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.upload.PacketHandler;

/** Listens, and gives every connection its handlers. */
public final class HttpServer implements AutoCloseable {
  /** Largest piece of a body that is read at once, in bytes; bounds the memory of a connection. */
  private static final int PIECE = 256 * 1024;

  private final EventLoopGroup acceptor = group(1);
  private final EventLoopGroup workers = group(0);
  private final Channel channel;

  /**
   * Starts to listen.
   *
   * @throws IOException if the address is not free
   */
  public HttpServer(
      InetSocketAddress address,
      PacketHandler packets,
      PlainRequests plainRequests,
      Timeouts timeouts)
      throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptor, workers)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(2048, 4096, PIECE).maxMessagesPerRead(4))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    SlowPeerGuard guard = new SlowPeerGuard(timeouts);
                    connection
                        .pipeline()
                        .addLast(guard)
                        .addLast(decoder())
                        .addLast(new HttpResponseEncoder())
                        .addLast(new FlowControlHandler())
                        .addLast(new ChunkedWriteHandler())
                        .addLast(
                            new ConnectionHandler(packets, plainRequests, guard, timeouts, false));
                  }
                });
    try {
      channel = bootstrap.bind(address).syncUninterruptibly().channel();
    } catch (RuntimeException e) {
      close();
      throw e;
    } catch (Exception e) {
      // Netty throws the checked exception of the bind as it is
      close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private static EventLoopGroup group(int threads) {
    return new MultiThreadIoEventLoopGroup(threads, NioIoHandler.newFactory());
  }

  private static HttpRequestDecoder decoder() {
    return new HttpRequestDecoder(
        new HttpDecoderConfig()
            .setMaxInitialLineLength(Limits.REQUEST_LINE)
            .setMaxHeaderSize(Limits.HEADER_BLOCK)
            .setMaxChunkSize(PIECE));
  }

  /** Host and port to be written into a URL. */
  public String authority() {
    return Peers.authority((InetSocketAddress) channel.localAddress());
  }

  @Override
  public void close() {
    if (channel != null) {
      channel.close().awaitUninterruptibly();
    }
    acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    workers.shutdownGracefully(0, 5, TimeUnit.SECONDS).awaitUninterruptibly();
  }
}
