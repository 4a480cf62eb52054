package org.bitstck.client.defect;

import org.bitstck.client.http.ExchangeFailure;
import org.bitstck.client.upload.Parts;
import org.bitstck.client.upload.Steps;
import org.bitstck.client.upload.UploadFailure;
import org.bitstck.client.upload.UploadState;

/** Stands around the steps of an upload; takes them as they are. */
abstract class StepsFilter implements Steps {
  final Parts parts;
  final UploadState state;
  private final Steps next;

  StepsFilter(Steps next, Parts parts) {
    this.next = next;
    this.parts = parts;
    this.state = parts.state();
  }

  @Override
  public void begin() {
    next.begin();
  }

  @Override
  public void create() throws ExchangeFailure, UploadFailure {
    next.create();
  }

  @Override
  public void ping() throws ExchangeFailure, UploadFailure {
    next.ping();
  }

  @Override
  public void fragment() throws ExchangeFailure, UploadFailure {
    next.fragment();
  }

  @Override
  public void reply() throws ExchangeFailure, UploadFailure {
    next.reply();
  }

  @Override
  public void close() throws ExchangeFailure, UploadFailure {
    next.close();
  }

  @Override
  public void cancel() throws ExchangeFailure, UploadFailure {
    next.cancel();
  }

  @Override
  public void pause() {
    next.pause();
  }
}
