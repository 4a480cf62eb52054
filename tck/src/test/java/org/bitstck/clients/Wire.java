package org.bitstck.clients;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;

/** A connection to a server. */
final class Wire implements AutoCloseable {
  private static final ScheduledExecutorService CLOCK =
      Executors.newSingleThreadScheduledExecutor(
          task -> {
            Thread thread = new Thread(task, "client's timers");
            thread.setDaemon(true);
            return thread;
          });

  private final Socket socket = new Socket();
  private InputStream in;
  private boolean used;
  private boolean heard;

  void connect(Hosts.Address address, int timeoutMs) throws IOException {
    try {
      socket.connect(new InetSocketAddress(address.host(), address.port()), timeoutMs);
      socket.setTcpNoDelay(true);
      in = new BufferedInputStream(socket.getInputStream());
    } catch (IOException e) {
      close();
      throw e;
    }
  }

  /** True if it served before and then not a byte came: the server had closed it meanwhile. */
  boolean isStale() {
    return used && !heard;
  }

  /**
   * Sends a request and reads its answer.
   *
   * @param sendMs from before the first byte to behind the last one
   * @param answerMs from there to the status; later between bytes
   * @throws Failure when time is up, or if no HTTP comes
   */
  Answer exchange(byte[] request, long sendMs, long answerMs) throws IOException {
    IOException unsent = null;
    heard = false;
    socket.setSoTimeout(0);
    try {
      within(sendMs, "sending", () -> write(request));
    } catch (IOException e) {
      // the server may have answered before the end, and closed: its answer counts
      unsent = e;
    }
    try {
      String status = within(answerMs, "waiting for the answer", this::status);
      socket.setSoTimeout((int) answerMs);
      Answer answer = AnswerReader.rest(in, status);
      used = true;
      if (answer.closing() || unsent != null) {
        close();
      }
      return answer;
    } catch (IOException e) {
      throw unsent == null ? e : unsent;
    }
  }

  private Void write(byte[] request) throws IOException {
    socket.getOutputStream().write(request);
    return null;
  }

  private String status() throws IOException {
    in.mark(1);
    heard = in.read() >= 0;
    in.reset();
    return AnswerReader.status(in);
  }

  private interface Step<T> {
    T run() throws IOException;
  }

  private <T> T within(long limitMs, String what, Step<T> step) throws IOException {
    AtomicBoolean expired = new AtomicBoolean();
    ScheduledFuture<?> alarm =
        CLOCK.schedule(
            () -> {
              expired.set(true);
              close();
            },
            limitMs,
            TimeUnit.MILLISECONDS);
    try {
      return step.run();
    } catch (IOException e) {
      if (expired.get()) {
        throw Failure.timeout(what + " took longer than " + limitMs + " ms");
      }
      throw e;
    } finally {
      alarm.cancel(false);
    }
  }

  boolean isClosed() {
    return socket.isClosed();
  }

  @Override
  public void close() {
    try {
      socket.close();
    } catch (IOException e) {
      // nothing is left to be done with it
    }
  }
}
