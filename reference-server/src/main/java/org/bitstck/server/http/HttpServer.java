package org.bitstck.server.http;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.AdaptiveRecvByteBufAllocator;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.bitstck.server.access.Users;
import org.bitstck.server.observe.Exchange;
import org.bitstck.server.protocol.Limits;
import org.bitstck.server.upload.PacketReceiver;

/** Listens, and gives every connection its handlers. */
public final class HttpServer implements AutoCloseable {
  /** Tells a connection to end behind the answer that it is busy with. */
  static final Object STOP = new Object();

  /** Largest piece of a body that is read at once, in bytes; bounds the memory of a connection. */
  private static final int PIECE = 512 * 1024;

  /**
   * What the server needs from the rest of the program.
   *
   * @param users asked anew for each request, because they can be reloaded
   * @param passwords runs the checks of passwords, which are slow on purpose
   * @param observer hears of every answer
   * @param timeouts for peers
   * @param connections largest number of open ones; more are closed at once
   * @param tls null for plain HTTP; asked anew for each connection
   * @param around adds to the pipeline of each connection
   */
  public record Parts(
      PacketReceiver packets,
      PlainRequests plainRequests,
      Supplier<Users> users,
      Executor passwords,
      Consumer<Exchange> observer,
      Timeouts timeouts,
      int connections,
      Supplier<SslContext> tls,
      Consumer<ChannelPipeline> around) {}

  /** Name of the handler that makes requests of bytes. */
  public static final String DECODER = "decoder";

  /** Name of the handler that makes bytes of answers. */
  public static final String ENCODER = "encoder";

  /** Name of the last handler, which answers requests. */
  public static final String CONNECTION = "connection";

  private final EventLoops loops;
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final Parts parts;
  private Channel listener;

  /**
   * @param loops stay open behind {@link #close()}
   */
  public HttpServer(EventLoops loops, Parts parts) {
    this.loops = loops;
    this.parts = parts;
  }

  /**
   * Starts to listen.
   *
   * @throws IOException if the address is not free
   */
  public void listen(InetSocketAddress address) throws IOException {
    ConnectionParts shared =
        new ConnectionParts(
            parts.packets(),
            parts.plainRequests(),
            parts.users(),
            parts.passwords(),
            parts.observer(),
            parts.timeouts(),
            parts.tls() != null);
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(loops.acceptor(), loops.workers())
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 4096)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childOption(
                ChannelOption.RECVBUF_ALLOCATOR,
                new AdaptiveRecvByteBufAllocator(65536, 65536, PIECE).maxMessagesPerRead(16))
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    accept(connection, shared);
                  }
                });
    try {
      listener = bootstrap.bind(address).sync().channel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (Exception e) {
      // Netty throws the exception of the bind as it is, without declaring it
      close();
      throw new IOException(e.getMessage(), e);
    }
  }

  private void accept(SocketChannel connection, ConnectionParts shared) {
    if (connections.size() >= parts.connections()) {
      connection.close();
      return;
    }
    connections.add(connection);
    SlowPeerGuard guard = new SlowPeerGuard(parts.timeouts());
    if (parts.tls() != null) {
      connection.pipeline().addLast(parts.tls().get().newHandler(connection.alloc()));
    }
    connection
        .pipeline()
        .addLast(guard)
        .addLast(new WriteTimeoutHandler(parts.timeouts().body().toMillis(), TimeUnit.MILLISECONDS))
        .addLast(
            DECODER,
            new HttpRequestDecoder(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(Limits.REQUEST_LINE)
                    .setMaxHeaderSize(Limits.HEADER_BLOCK)
                    .setMaxChunkSize(PIECE)))
        .addLast(ENCODER, new HttpResponseEncoder())
        .addLast(new FlowControlHandler())
        .addLast(new ChunkedWriteHandler())
        .addLast(CONNECTION, new ConnectionHandler(shared, guard));
    parts.around().accept(connection.pipeline());
  }

  /** Host and port to be written into a URL. */
  public String authority() {
    return Peers.authority((InetSocketAddress) listener.localAddress());
  }

  public int connections() {
    return connections.size();
  }

  /** Takes no new connections, lets the answers that are on their way get there, and ends. */
  @Override
  public void close() {
    if (listener != null) {
      listener.close().awaitUninterruptibly();
    }
    connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(STOP));
    connections
        .newCloseFuture()
        .awaitUninterruptibly(parts.timeouts().stop().toMillis(), TimeUnit.MILLISECONDS);
    connections.close().awaitUninterruptibly();
  }
}
