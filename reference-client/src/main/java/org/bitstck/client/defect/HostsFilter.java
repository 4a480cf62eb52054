package org.bitstck.client.defect;

import org.bitstck.client.http.Destination;
import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.Hosts;

/** Stands around the choice of the host; leaves it as it is. */
abstract class HostsFilter implements Hosts {
  private final Hosts next;

  HostsFilter(Hosts next) {
    this.next = next;
  }

  @Override
  public Destination destination() throws ExchangeFailure {
    return next.destination();
  }

  @Override
  public void worked() {
    next.worked();
  }

  @Override
  public boolean failed() {
    return next.failed();
  }

  @Override
  public long remainingMillis() {
    return next.remainingMillis();
  }
}
