package org.bitstck.play.wire;

import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.bitstck.exchange.Request;
import org.bitstck.play.Connection;
import org.bitstck.play.Endpoint;
import org.bitstck.play.Limits;
import org.bitstck.play.Patience;
import org.bitstck.play.Sending;
import org.bitstck.play.Tls;
import org.bitstck.play.Transport;

/** Plain sockets: every byte goes out as it is written and comes back as it was sent. */
public final class SocketTransport implements Transport {
  private final Limits limits;
  private final Tls tls;
  private final Quiet quiet = new Quiet();
  private final AnswerDeadline deadline;
  private final ExecutorService writers =
      Executors.newCachedThreadPool(
          task -> {
            Thread thread = new Thread(task, "bits-tck writer");
            thread.setDaemon(true);
            return thread;
          });

  /**
   * @param tls for https; null where none is tested
   */
  public SocketTransport(Limits limits, Tls tls) {
    this.limits = limits;
    this.deadline = new AnswerDeadline(limits.answer());
    this.tls = tls;
  }

  @Override
  public Connection connect(Endpoint endpoint, int number, long epochNanos, Patience patience) {
    return new SocketConnection(
        endpoint, number, epochNanos, limits, quiet, deadline, tls, writers, patience);
  }

  @Override
  public Optional<String> cannotSend(Request request, Sending sending) {
    return Optional.empty();
  }

  @Override
  public void close() {
    writers.shutdownNow();
  }
}
