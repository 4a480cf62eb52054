package org.bitstck.client.upload;

import java.io.Closeable;
import org.bitstck.client.http.Body;
import org.bitstck.client.http.ExchangeFailure;

/** The file that is uploaded. It must stay as it is until the upload ends. MC-BUP 3.1.5.2.4. */
public interface Source extends Closeable {
  /**
   * Makes the file ready, if it is not yet. The state is told size and time for a new upload; those
   * of an earlier one must match.
   *
   * @throws ExchangeFailure if it cannot be read, is empty or has changed
   */
  void open() throws ExchangeFailure;

  /** Looks whether the file is still what it was. */
  void check() throws ExchangeFailure;

  /** A part of the file as the body of a request. */
  Body part(long first, long length);

  @Override
  void close();
}
