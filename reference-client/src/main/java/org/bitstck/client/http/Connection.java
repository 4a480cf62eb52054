package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.channels.WritableByteChannel;
import java.time.Duration;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.util.Timeout;

/** A connection to a server, with one exchange at a time. */
final class Connection {
  private static final long TLS_IDLE_NANOS = 500_000_000;
  private static final Duration LAST_WORDS = Duration.ofSeconds(1);
  private static final int TLS_SLICE = 64 * 1024;

  private final Destination origin;
  private final RequestHead head;
  private final SocketChannel channel;
  private final boolean tls;
  private final TimedInput in;
  private final WritableByteChannel secureOut;
  private final Wire wire;
  private final BodySender bodySender;
  private long lastUse = System.nanoTime();
  private boolean reusable = true;

  private Connection(Destination origin, RequestHead head, SocketChannel channel, Socket socket)
      throws IOException {
    this.origin = origin;
    this.head = head;
    this.channel = channel;
    this.tls = origin.tls();
    this.in = new TimedInput(socket, tls ? null : channel);
    this.secureOut = tls ? Channels.newChannel(socket.getOutputStream()) : null;
    this.wire = new Wire(socket, in, head.version());
    this.bodySender = new BodySender(channel);
  }

  /** Connects; each address of the host is tried. */
  static Connection open(
      Destination origin, RequestHead head, Timers timers, Tls tls, Opening opening)
      throws IOException {
    Deadline deadline = new Deadline(timers.send(), "no connection to " + origin.authority());
    IOException last = null;
    for (InetAddress address : InetAddress.getAllByName(origin.host())) {
      SocketChannel channel = SocketChannel.open();
      opening.channel(channel);
      try {
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        Socket socket = channel.socket();
        int millis = deadline.remainingMillis();
        socket.connect(new InetSocketAddress(address, origin.port()), millis);
        if (origin.tls()) {
          socket.setSoTimeout(deadline.remainingMillis());
          socket = tls.wrap(socket, origin.host(), origin.port());
        }
        return new Connection(origin, head, channel, socket);
      } catch (IOException e) {
        hangUp(channel);
        last = e;
      }
    }
    throw last == null ? new ConnectException("no address") : last;
  }

  /** Gets each channel before it is connected, so that somebody else can close it. */
  interface Opening {
    void channel(SocketChannel channel) throws IOException;
  }

  boolean serves(Destination destination) {
    return origin.sameOrigin(destination);
  }

  /** Whether another request can be sent: the server has not closed, and has not said more. */
  boolean usable() {
    if (!reusable || tls && System.nanoTime() - lastUse < TLS_IDLE_NANOS) {
      return reusable;
    }
    try {
      return !moreIsThere() && !in.ended();
    } catch (IOException e) {
      return false;
    }
  }

  /** Whether something has come that has not been read. */
  private boolean moreIsThere() throws IOException {
    in.poll(true);
    try {
      return wire.isDataAvailable(Timeout.ONE_MILLISECOND);
    } catch (SocketTimeoutException e) {
      return false;
    } finally {
      in.poll(false);
    }
  }

  /**
   * Sends a request and reads the head of the answer; interim answers are skipped.
   *
   * @param progress is told how many bytes of the body have gone
   */
  Received exchange(Request request, Timers timers, RateLimit limit, BodyProgress progress)
      throws IOException, HttpException {
    reusable = false;
    Deadline send = new Deadline(timers.send(), "the request could not be sent in time");
    wire.sendRequestHeader(head.of(request));
    wire.flush();
    ClassicHttpResponse early = null;
    IOException broken = null;
    if (request.body() != null) {
      try {
        early = send(request.body(), send, timers, limit, progress);
      } catch (ExchangeFailure | SocketTimeoutException e) {
        throw e;
      } catch (IOException e) {
        // a server that refuses a body closes the connection behind its answer
        broken = e;
      }
    }
    if (early != null) {
      return new Received(early, false);
    }
    Duration wait = broken == null ? timers.answer() : LAST_WORDS;
    in.deadline(new Deadline(wait, "no answer came in time"));
    try {
      return new Received(finalHead(), broken == null);
    } catch (IOException e) {
      throw broken == null ? e : broken;
    }
  }

  private ClassicHttpResponse finalHead() throws IOException, HttpException {
    while (true) {
      ClassicHttpResponse head = wire.receiveResponseHeader();
      if (!interim(head)) {
        return head;
      }
    }
  }

  private static boolean interim(ClassicHttpResponse head) {
    return head.getCode() < 200 && head.getCode() != 101;
  }

  /** An answer whose body has not been read. */
  record Received(ClassicHttpResponse head, boolean requestComplete) {}

  /** Learns how far the sending is. */
  interface BodyProgress {
    void sent(long bytes);
  }

  private ClassicHttpResponse send(
      Body body, Deadline deadline, Timers timers, RateLimit limit, BodyProgress progress)
      throws IOException, HttpException {
    if (tls) {
      sendSecurely(body, deadline, limit, progress);
      return null;
    }
    long sent = 0;
    while (sent < body.length()) {
      boolean answered;
      try (BodySender sending = bodySender.begin()) {
        sent = sendPlainly(body, sent, sending, deadline, limit, progress);
        answered = sent < body.length();
      }
      if (answered) {
        in.deadline(new Deadline(timers.answer(), "no answer came in time"));
        do {
          ClassicHttpResponse head = wire.receiveResponseHeader();
          if (!interim(head)) {
            return head;
          }
        } while (moreIsThere());
      }
    }
    return null;
  }

  /**
   * Sends without blocking, so that an answer that comes early ends the sending.
   *
   * @return how much has gone; less than all of it if the server says something
   */
  private long sendPlainly(
      Body body,
      long from,
      BodySender sending,
      Deadline deadline,
      RateLimit limit,
      BodyProgress progress)
      throws IOException {
    long sent = from;
    while (sent < body.length()) {
      deadline.remainingMillis();
      long n = body.transferTo(sent, limit.permit(body.length() - sent), channel);
      sent += n;
      limit.sent(n);
      progress.sent(sent);
      if (n == 0 && sending.awaitRoomOrAnswer(deadline)) {
        break;
      }
    }
    return sent;
  }

  private void sendSecurely(Body body, Deadline deadline, RateLimit limit, BodyProgress progress)
      throws IOException {
    SendGuard guard = SendGuard.start(channel, deadline.remainingMillis());
    try {
      long sent = 0;
      while (sent < body.length()) {
        long slice = Math.min(TLS_SLICE, limit.permit(body.length() - sent));
        long n = body.transferTo(sent, slice, secureOut);
        sent += n;
        limit.sent(n);
        progress.sent(sent);
      }
    } catch (IOException e) {
      if (guard.expired()) {
        throw new SocketTimeoutException(deadline.what());
      }
      throw e;
    } finally {
      guard.cancel();
    }
  }

  /** The body of an answer, null if it has none; each read is limited by the idle timer. */
  InputStream body(Received received, Request request, Timers timers)
      throws IOException, HttpException {
    if (request.method().equals("HEAD")) {
      return null;
    }
    in.deadline(new Deadline(timers.idle(), "the answer stopped"));
    wire.receiveResponseEntity(received.head());
    return received.head().getEntity() == null ? null : received.head().getEntity().getContent();
  }

  /** Starts the idle timer again: a piece of the body has come. */
  void progressed(Timers timers) {
    in.deadline(new Deadline(timers.idle(), "the answer stopped"));
  }

  /** Call it when an answer has been read to its end: the connection may serve another request. */
  void done(Answer answer, boolean requestComplete) {
    reusable = requestComplete && answer.keepsConnection();
    lastUse = System.nanoTime();
  }

  boolean reusable() {
    return reusable;
  }

  void close() {
    bodySender.dispose();
    hangUp(channel);
  }

  /** Closes without waiting; works from any thread. */
  static void hangUp(SocketChannel channel) {
    try {
      channel.close();
    } catch (IOException e) {
      // it is as good as closed
    }
  }
}
