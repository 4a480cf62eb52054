package org.bitstck.server.notification;

import io.netty.bootstrap.Bootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelFuture;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.ChannelOption;
import io.netty.channel.ChannelPipeline;
import io.netty.channel.ConnectTimeoutException;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.SocketChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.codec.http.DefaultHttpRequest;
import io.netty.handler.codec.http.HttpClientCodec;
import io.netty.handler.codec.http.HttpHeaders;
import io.netty.handler.codec.http.HttpMethod;
import io.netty.handler.codec.http.HttpRequest;
import io.netty.handler.codec.http.HttpVersion;
import io.netty.handler.codec.http.LastHttpContent;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.stream.ChunkedNioFile;
import io.netty.handler.stream.ChunkedWriteHandler;
import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;
import org.bitstck.server.protocol.BitsHeader;
import org.bitstck.server.protocol.Limits;

/**
 * Posts notifications over HTTP/1.1, each on a connection of its own. Its threads are its own too:
 * a name that is slow to resolve does not hold up uploads. Source: MC-BUP 2.2.12, 3.3.
 */
public final class HttpNotifier implements Notifier, AutoCloseable {
  /** Name of the last handler, which writes the request and reads the answer. */
  public static final String EXCHANGE = "exchange";

  private static final int CHUNK = 64 * 1024;

  private final EventLoopGroup group =
      new MultiThreadIoEventLoopGroup(2, NioIoHandler.newFactory());

  @Override
  public CompletableFuture<ApplicationAnswer> send(Notification notification) {
    return send(notification, pipeline -> {});
  }

  /**
   * The same notifier, on other connections.
   *
   * @param around adds to the pipeline of each, in front of {@link #EXCHANGE}
   */
  public Notifier over(Consumer<ChannelPipeline> around) {
    return notification -> send(notification, around);
  }

  private CompletableFuture<ApplicationAnswer> send(
      Notification notification, Consumer<ChannelPipeline> around) {
    CompletableFuture<ApplicationAnswer> result = new CompletableFuture<>();
    NotificationExchange exchange = new NotificationExchange(notification, result);
    URI url = notification.url();
    boolean tls = "https".equalsIgnoreCase(url.getScheme());
    int port = url.getPort() >= 0 ? url.getPort() : tls ? 443 : 80;
    String host = url.getHost().replaceAll("[\\[\\]]", "");
    long connect = Math.min(Integer.MAX_VALUE, notification.limits().send().toMillis());
    Bootstrap bootstrap =
        new Bootstrap()
            .group(group)
            .channel(NioSocketChannel.class)
            .option(ChannelOption.TCP_NODELAY, true)
            .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect)
            .handler(
                new ChannelInitializer<SocketChannel>() {
                  @Override
                  protected void initChannel(SocketChannel channel) throws SSLException {
                    if (tls) {
                      SslContext context = SslContextBuilder.forClient().build();
                      channel.pipeline().addLast(context.newHandler(channel.alloc(), host, port));
                    }
                    channel
                        .pipeline()
                        .addLast(new HttpClientCodec(4096, Limits.HEADER_BLOCK, CHUNK, true))
                        .addLast(new ChunkedWriteHandler())
                        .addLast(EXCHANGE, exchange);
                    around.accept(channel.pipeline());
                  }
                });
    bootstrap
        .connect(host, port)
        .addListener(
            (ChannelFuture connected) -> {
              if (!connected.isSuccess()) {
                result.completeExceptionally(failure(connected.cause()));
              } else {
                write(connected.channel(), notification, exchange, result);
              }
            });
    return result;
  }

  private static Exception failure(Throwable cause) {
    return cause instanceof ConnectTimeoutException
        ? ApplicationFailure.tooSlow("connect")
        : ApplicationFailure.unreachable(String.valueOf(cause.getMessage()));
  }

  private static void write(
      Channel channel,
      Notification notification,
      NotificationExchange exchange,
      CompletableFuture<ApplicationAnswer> result) {
    boolean byValue = notification.type() == NotificationSettings.Type.BY_VALUE;
    ChannelHandlerContext ctx = channel.pipeline().context(EXCHANGE);
    if (ctx == null) {
      result.completeExceptionally(ApplicationFailure.unreachable("it closed the connection"));
      return;
    }
    exchange.limit(ctx, notification.limits().send(), "send");
    try {
      FileChannel data =
          byValue ? FileChannel.open(notification.data(), StandardOpenOption.READ) : null;
      channel.write(request(notification, byValue));
      if (byValue) {
        channel.write(new ChunkedNioFile(data, 0, notification.size(), CHUNK));
      }
      channel
          .writeAndFlush(LastHttpContent.EMPTY_LAST_CONTENT)
          .addListener(
              (ChannelFuture written) -> {
                if (written.isSuccess()) {
                  exchange.sent(ctx);
                }
              });
    } catch (IOException e) {
      result.completeExceptionally(e);
      channel.close();
    }
  }

  private static HttpRequest request(Notification notification, boolean byValue) {
    URI url = notification.url();
    String path = url.getRawPath() == null || url.getRawPath().isEmpty() ? "/" : url.getRawPath();
    String target = url.getRawQuery() == null ? path : path + "?" + url.getRawQuery();
    HttpRequest request = new DefaultHttpRequest(HttpVersion.HTTP_1_1, HttpMethod.POST, target);
    HttpHeaders headers = request.headers();
    headers.add("Host", url.getRawAuthority());
    headers.add(BitsHeader.ORIGINAL_REQUEST_URL, notification.originalUrl());
    if (!byValue) {
      headers.add(BitsHeader.REQUEST_DATA_FILE_NAME, notification.data().toString());
      headers.add(BitsHeader.RESPONSE_DATA_FILE_NAME, notification.reply().toString());
    }
    headers.add("Content-Length", Long.toString(byValue ? notification.size() : 0));
    headers.add("Connection", "close");
    return request;
  }

  @Override
  public void close() {
    group.shutdownGracefully(0, 1, TimeUnit.SECONDS);
  }
}
