package org.bitstck.server.application;

import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.group.ChannelGroup;
import io.netty.channel.group.DefaultChannelGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.HttpDecoderConfig;
import io.netty.handler.codec.http.HttpRequestDecoder;
import io.netty.handler.codec.http.HttpResponseEncoder;
import io.netty.handler.flow.FlowControlHandler;
import io.netty.handler.stream.ChunkedWriteHandler;
import io.netty.handler.timeout.WriteTimeoutHandler;
import io.netty.util.concurrent.GlobalEventExecutor;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.bitstck.server.http.Peers;
import org.bitstck.server.http.SlowPeerGuard;
import org.bitstck.server.observe.Log;
import org.bitstck.server.protocol.Limits;

/** A server application, put together and running. Source: MC-BUP 3.4. */
public final class ApplicationServer implements AutoCloseable {
  /** Tells a connection to end behind the answer that it is busy with. */
  static final Object STOP = new Object();

  private static final int PIECE = 512 * 1024;
  private static final int DISK_THREADS = 8;
  private static final int SWEEP_MINUTES = 1;

  private final EventLoopGroup acceptor =
      new MultiThreadIoEventLoopGroup(1, NioIoHandler.newFactory());
  private final EventLoopGroup workers =
      new MultiThreadIoEventLoopGroup(0, NioIoHandler.newFactory());
  private final ChannelGroup connections = new DefaultChannelGroup(GlobalEventExecutor.INSTANCE);
  private final ExecutorService disk =
      Executors.newFixedThreadPool(DISK_THREADS, task -> daemon(task, "disk"));
  private final ScheduledExecutorService sweeper =
      Executors.newSingleThreadScheduledExecutor(task -> daemon(task, "sweeper"));
  private final ApplicationConfig config;
  private final Journal journal;
  private final Channel listener;

  /**
   * Starts it.
   *
   * @throws IOException if a folder or the journal cannot be used, or the address is not free
   */
  public ApplicationServer(ApplicationConfig config, ApplicationPolicies policies)
      throws IOException {
    this.config = config;
    this.journal = new Journal(config.journal(), config.keep());
    Path bodies = Files.createDirectories(config.folder().resolve("bodies"));
    StaticReplies statics =
        new StaticReplies(config.folder().resolve("replies"), secret(), config.keep());
    Office office =
        new Office(
            new SharedFolders(config.shared()),
            statics,
            this::publicUrl,
            policies.memory().apply(journal),
            policies.delivery(),
            disk);
    ApplicationParts parts =
        new ApplicationParts(config, policies, policies.desk().apply(office), statics, bodies);
    listener = listen(parts);
    sweeper.scheduleWithFixedDelay(statics::sweep, SWEEP_MINUTES, SWEEP_MINUTES, TimeUnit.MINUTES);
  }

  /** Static replies keep their names when the application starts anew. */
  private String secret() throws IOException {
    Path file = Files.createDirectories(config.folder()).resolve("secret");
    if (!Files.exists(file)) {
      byte[] random = new byte[32];
      new SecureRandom().nextBytes(random);
      Files.writeString(file, HexFormat.of().formatHex(random));
    }
    return Files.readString(file);
  }

  private Channel listen(ApplicationParts parts) throws IOException {
    ServerBootstrap bootstrap =
        new ServerBootstrap()
            .group(acceptor, workers)
            .channel(NioServerSocketChannel.class)
            .option(ChannelOption.SO_BACKLOG, 1024)
            .option(ChannelOption.SO_REUSEADDR, true)
            .childOption(ChannelOption.TCP_NODELAY, true)
            .childHandler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel connection) {
                    accept(connection, parts);
                  }
                });
    try {
      return bootstrap.bind(new InetSocketAddress(config.host(), config.port())).sync().channel();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    } catch (Exception e) {
      // Netty throws the exception of the bind as it is, without declaring it
      stop();
      throw new IOException(e.getMessage(), e);
    }
  }

  private void accept(SocketChannel connection, ApplicationParts parts) {
    if (connections.size() >= config.connections()) {
      connection.close();
      return;
    }
    connections.add(connection);
    SlowPeerGuard guard = new SlowPeerGuard(config.timeouts());
    connection
        .pipeline()
        .addLast(guard)
        .addLast(
            new WriteTimeoutHandler(config.timeouts().body().toMillis(), TimeUnit.MILLISECONDS))
        .addLast(
            new HttpRequestDecoder(
                new HttpDecoderConfig()
                    .setMaxInitialLineLength(Limits.REQUEST_LINE)
                    .setMaxHeaderSize(Limits.HEADER_BLOCK)
                    .setMaxChunkSize(PIECE)))
        .addLast(new HttpResponseEncoder())
        .addLast(new FlowControlHandler())
        .addLast(new ChunkedWriteHandler())
        .addLast(new NotificationHandler(parts, guard));
  }

  /** Where it listens, with the port that is really used; ends in a slash. */
  public String url() {
    return "http://" + Peers.authority((InetSocketAddress) listener.localAddress()) + "/";
  }

  private String publicUrl() {
    String url = config.publicUrl() == null ? url() : config.publicUrl();
    return url.endsWith("/") ? url.substring(0, url.length() - 1) : url;
  }

  private static Thread daemon(Runnable task, String name) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    return thread;
  }

  /** Takes no new connections, lets the answers that are on their way get there, and ends. */
  @Override
  public void close() {
    listener.close().awaitUninterruptibly();
    connections.forEach(connection -> connection.pipeline().fireUserEventTriggered(STOP));
    connections
        .newCloseFuture()
        .awaitUninterruptibly(config.timeouts().stop().toMillis(), TimeUnit.MILLISECONDS);
    connections.close().awaitUninterruptibly();
    stop();
  }

  private void stop() {
    acceptor.shutdownGracefully(0, 1, TimeUnit.SECONDS);
    workers.shutdownGracefully(0, 1, TimeUnit.SECONDS).awaitUninterruptibly();
    sweeper.shutdownNow();
    disk.shutdown();
    try {
      journal.close();
    } catch (IOException e) {
      Log.warn("the journal was not closed", "why", e.toString());
    }
  }
}
