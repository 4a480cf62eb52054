package org.bitstck.client.http;

import java.io.Closeable;
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
public final class HttpClient implements Closeable {
  private static final int MOST_UNREAD = 256 * 1024;

  private final Timers timers;
  private final Tls tls;
  private final RateLimit limit;
  private final Authenticator authenticator = new Authenticator();
  private Connection connection;
  private volatile SocketChannel channel;
  private volatile boolean aborted;

  public HttpClient(Timers timers, Tls tls, RateLimit limit) {
    this.timers = timers;
    this.tls = tls;
    this.limit = limit;
  }

  /** Credentials for servers that ask for them; null for none. */
  public void credentials(Credentials credentials) {
    authenticator.use(credentials);
  }

  /** Takes the body of an answer. */
  public interface Receiver {
    /**
     * Reads the body.
     *
     * @param body null if there is none
     * @param progressed call it when a piece has come, so that the idle timer starts again
     * @return whether all of it was read, so that the connection can be used again
     */
    boolean body(Answer answer, InputStream body, Runnable progressed) throws IOException;
  }

  /** Learns how far the sending is. */
  public interface Progress {
    void sent(long bytes);
  }

  /** Sends a packet; the body of its answer is dropped. */
  public Answer send(Request request, Progress progress) throws ExchangeFailure {
    return exchange(request, progress, HttpClient::drop);
  }

  /** Sends a request, once more with credentials if the server wants them. */
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
                return (again[0] ? (Receiver) HttpClient::drop : receiver)
                    .body(answer, body, progressed);
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
      Answer answer = new Answer(received.head());
      boolean read = read(request, received, answer, receiver);
      if (read) {
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

  private boolean read(
      Request request, Connection.Received received, Answer answer, Receiver receiver)
      throws IOException, HttpException {
    InputStream body = connection.body(received, request, timers);
    return receiver.body(answer, body, () -> connection.progressed(timers));
  }

  private void connect(Destination destination) throws IOException {
    if (connection != null && (!connection.serves(destination) || !connection.usable())) {
      close();
    }
    if (connection == null) {
      connection = Connection.open(destination, timers, tls, this::opening);
    }
  }

  private void opening(SocketChannel opened) throws IOException {
    channel = opened;
    if (aborted) {
      opened.close();
      throw new ClosedChannelException();
    }
  }

  /** Reads what nobody wants, unless it is much or has no end but that of the connection. */
  private static boolean drop(Answer answer, InputStream body, Runnable progressed)
      throws IOException {
    if (body == null) {
      return true;
    }
    boolean chunked = answer.header("Transfer-Encoding") != null;
    if (!chunked && (answer.contentLength() < 0 || answer.contentLength() > MOST_UNREAD)) {
      return false;
    }
    byte[] buffer = new byte[4096];
    long read = 0;
    while (read <= MOST_UNREAD) {
      int n = body.read(buffer);
      if (n < 0) {
        return true;
      }
      read += n;
    }
    return false;
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

  /** Ends the exchange under way, and every later one until {@link #allow}. */
  public void abort() {
    aborted = true;
    SocketChannel current = channel;
    if (current != null) {
      Connection.hangUp(current);
    }
  }

  public void allow() {
    aborted = false;
  }

  /** Closes the connection; another one is made when it is needed. */
  @Override
  public void close() {
    if (connection != null) {
      connection.close();
      connection = null;
    }
  }
}
