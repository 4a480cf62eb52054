package org.bitstck.client.defect;

import java.time.Duration;
import org.bitstck.client.http.Credentials;
import org.bitstck.client.http.Exchanges;
import org.bitstck.client.http.HttpClient;
import org.bitstck.client.http.RequestHead;
import org.bitstck.client.http.Timers;
import org.bitstck.client.upload.UploadOptions;

/** Has another client beside the first one, with a connection of its own. */
abstract class SecondClient extends ExchangesFilter {
  final HttpClient second;

  /**
   * Adds a client.
   *
   * @param answer how long the other one waits for answers
   */
  SecondClient(Exchanges next, UploadOptions options, Duration answer) {
    super(next);
    Timers usual = options.timers();
    Timers timers = new Timers(usual.send(), answer, usual.idle());
    second = new HttpClient(timers, options.tls(), options.limit(), RequestHead.PLAIN);
  }

  @Override
  public void credentials(Credentials credentials) {
    super.credentials(credentials);
    second.credentials(credentials);
  }

  @Override
  public void abort() {
    super.abort();
    second.abort();
  }

  @Override
  public void allow() {
    super.allow();
    second.allow();
  }

  @Override
  public void close() {
    super.close();
    second.close();
  }
}
