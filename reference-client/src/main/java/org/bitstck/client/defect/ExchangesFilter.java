package org.bitstck.client.defect;

import java.util.concurrent.atomic.AtomicReference;
import org.bitstck.client.http.Answer;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.Request;

/** Stands around all requests and answers of an upload; passes them on as they are. */
abstract class ExchangesFilter implements Exchanges {
  private final Exchanges next;

  ExchangesFilter(Exchanges next) {
    this.next = next;
  }

  /** What is sent instead. */
  Request sent(Request request) {
    return request;
  }

  /**
   * What is read instead.
   *
   * @param request as it was meant
   */
  Answer read(Request request, Answer answer) throws ExchangeFailure {
    return answer;
  }

  @Override
  public Answer exchange(Request request, Progress progress, Receiver receiver)
      throws ExchangeFailure {
    AtomicReference<Answer> seen = new AtomicReference<>();
    next.exchange(
        sent(request),
        progress,
        (answer, body, progressed) -> {
          seen.set(read(request, answer));
          receiver.body(seen.get(), body, progressed);
        });
    return seen.get();
  }

  @Override
  public void credentials(Credentials credentials) {
    next.credentials(credentials);
  }

  @Override
  public void abort() {
    next.abort();
  }

  @Override
  public void allow() {
    next.allow();
  }

  @Override
  public void close() {
    next.close();
  }
}
