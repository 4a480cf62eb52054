package org.bitstck.client.http;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;

/** Sends requests and brings their answers, one after the other. */
public interface Exchanges extends Closeable {

  /** Takes the body of an answer. */
  interface Receiver {
    /**
     * Reads as much of the body as it wants.
     *
     * @param body null if there is none
     * @param progressed call it when a piece has come, so that the idle timer starts again
     */
    void body(Answer answer, InputStream body, Runnable progressed) throws IOException;
  }

  /** Learns how far the sending is. */
  interface Progress {
    void sent(long bytes);
  }

  /** Sends a request, once more with credentials if the server wants them. */
  Answer exchange(Request request, Progress progress, Receiver receiver) throws ExchangeFailure;

  /** Sends a packet; the body of its answer is dropped. */
  default Answer send(Request request, Progress progress) throws ExchangeFailure {
    return exchange(request, progress, Unread::drop);
  }

  /** Credentials for servers that ask for them; null for none. */
  void credentials(Credentials credentials);

  /** Ends the exchange under way, and every later one until {@link #allow}; from any thread. */
  void abort();

  void allow();

  /** Closes the connection; another one is made when it is needed. */
  @Override
  void close();
}
