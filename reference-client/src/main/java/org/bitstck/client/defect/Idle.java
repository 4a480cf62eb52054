package org.bitstck.client.defect;

import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;

/** Knows whether the caller has just begun, or something was sent since. */
abstract class Idle extends StepsFilter {
  boolean idle;

  Idle(Steps next, Parts parts) {
    super(next, parts);
  }

  @Override
  public void begin() {
    idle = true;
    super.begin();
  }

  @Override
  public void create() throws ExchangeFailure, UploadFailure {
    idle = false;
    super.create();
  }

  @Override
  public void ping() throws ExchangeFailure, UploadFailure {
    idle = false;
    super.ping();
  }
}
