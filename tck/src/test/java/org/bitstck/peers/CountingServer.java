package org.bitstck.peers;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicLong;

/** Counts what a run costs a server. */
public final class CountingServer extends PlainServer {
  private final AtomicLong connections = new AtomicLong();
  private final AtomicLong requests = new AtomicLong();
  private final AtomicLong bytes = new AtomicLong();

  @Override
  protected void accepted(Socket socket) {
    connections.incrementAndGet();
    super.accepted(socket);
  }

  @Override
  protected HttpAnswer take(HttpRequest head, InputStream in, OutputStream out) throws IOException {
    requests.incrementAndGet();
    return super.take(head, in, out);
  }

  @Override
  protected HttpAnswer answer(HttpRequest request) {
    bytes.addAndGet(request.body().length);
    return super.answer(request);
  }

  @Override
  protected void send(HttpAnswer answer, OutputStream out) throws IOException {
    bytes.addAndGet(answer.bytes().length);
    super.send(answer, out);
  }

  public long connections() {
    return connections.get();
  }

  public long requests() {
    return requests.get();
  }

  /** Of bodies that came and answers that went. */
  public long bytes() {
    return bytes.get();
  }
}
