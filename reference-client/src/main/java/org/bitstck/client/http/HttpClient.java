package org.bitstck.client.http;

import java.io.IOException;
import java.io.InputStream;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.SocketChannel;
import org.apache.hc.core5.http.HttpException;

/**
 * Sends the requests of one upload, one after the other, on one connection as long as it lasts.
 * Requests wait for their answer; {@link #abort} works from any thread.
 */
public final class HttpClient implements Exchanges {
  private final Timers timers;
  private final Tls tls;
  private final RateLimit limit;
  private final RequestHead head;
  private final Authenticator authenticator = new Authenticator();
  private Connection connection;
  private volatile SocketChannel channel;
  private volatile boolean aborted;

  public HttpClient(Timers timers, Tls tls, RateLimit limit, RequestHead head) {
    this.timers = timers;
    this.tls = tls;
    this.limit = limit;
    this.head = head;
  }

  @Override
  public void credentials(Credentials credentials) {
    authenticator.use(credentials);
  }

  @Override
  public Answer exchange(Request request, Progress progress, Receiver receiver)
      throws ExchangeFailure {
    boolean[] again = new boolean[1];
    while (true) {
      authenticator.authorize(request);
      boolean second = again[0];
      again[0] = false;
      Answer result =
          once(
              request,
              progress,
              (answer, body, progressed) -> {
                again[0] = !second && authenticator.wantsAgain(answer, request);
                (again[0] ? (Receiver) Unread::drop : receiver).body(answer, body, progressed);
              });
      if (!again[0]) {
        return result;
      }
    }
  }

  private Answer once(Request request, Progress progress, Receiver receiver)
      throws ExchangeFailure {
    boolean connected = false;
    try {
      connect(request.destination());
      connected = true;
      Connection.Received received = connection.exchange(request, timers, limit, progress::sent);
      Answer answer = Answer.of(received.head());
      InputStream body = connection.body(received, request, timers);
      receiver.body(answer, body, () -> connection.progressed(timers));
      if (Unread.isGone(answer, body)) {
        connection.done(answer, received.requestComplete());
      }
      if (!connection.reusable()) {
        close();
      }
      return answer;
    } catch (ExchangeFailure e) {
      close();
      throw e;
    } catch (IOException | HttpException e) {
      close();
      throw failure(e, request, connected);
    }
  }

  private void connect(Destination destination) throws IOException {
    if (connection != null && (!connection.serves(destination) || !connection.usable())) {
      close();
    }
    if (connection == null) {
      connection = Connection.open(destination, head, timers, tls, this::opening);
    }
  }

  private void opening(SocketChannel opened) throws IOException {
    channel = opened;
    if (aborted) {
      opened.close();
      throw new ClosedChannelException();
    }
  }

  private ExchangeFailure failure(Exception e, Request request, boolean connected) {
    String where = request.destination().authority();
    if (aborted) {
      return new ExchangeFailure(ExchangeFailure.Kind.ABORTED, "stopped", e);
    }
    if (e instanceof HttpException
        && !(e instanceof org.apache.hc.core5.http.ConnectionClosedException)) {
      return new ExchangeFailure(
          ExchangeFailure.Kind.INVALID_ANSWER,
          "no HTTP/1.1 answer from " + where + ": " + e.getMessage(),
          e);
    }
    if (e instanceof SocketTimeoutException) {
      return new ExchangeFailure(ExchangeFailure.Kind.TIMEOUT, where + ": " + e.getMessage(), e);
    }
    if (e instanceof UnknownHostException) {
      return new ExchangeFailure(
          ExchangeFailure.Kind.CONNECT, "no such host: " + request.destination().host(), e);
    }
    String what = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
    return connected
        ? new ExchangeFailure(
            ExchangeFailure.Kind.TRANSPORT, "the connection to " + where + " broke: " + what, e)
        : new ExchangeFailure(
            ExchangeFailure.Kind.CONNECT, "cannot connect to " + where + ": " + what, e);
  }

  @Override
  public void abort() {
    aborted = true;
    SocketChannel current = channel;
    if (current != null) {
      Connection.hangUp(current);
    }
  }

  @Override
  public void allow() {
    aborted = false;
  }

  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
