package org.bitstck.client.defect;

import org.bitstck.client.http.Body;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.Source;

/** Stands around the file; leaves it as it is. */
abstract class SourceFilter implements Source {
  private final Source next;

  SourceFilter(Source next) {
    this.next = next;
  }

  @Override
  public void open() throws ExchangeFailure {
    next.open();
  }

  @Override
  public void check() throws ExchangeFailure {
    next.check();
  }

  @Override
  public Body part(long first, long length) {
    return next.part(first, length);
  }

  @Override
  public void close() {
    next.close();
  }
}
