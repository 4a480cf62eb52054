package org.bitstck.client.upload;

import org.bitstck.client.http.ExchangeFailure;

/**
 * The steps of an upload. Each leaves the state where the next one begins, or as it was if it
 * fails. Source: MC-BUP 3.1.5.1.
 */
public interface Steps {
  /** The caller starts the upload, or goes on with it; sends nothing. */
  void begin();

  /** Opens a session. */
  void create() throws ExchangeFailure, UploadFailure;

  /** Asks the host whether it is there. */
  void ping() throws ExchangeFailure, UploadFailure;

  /** Sends a piece of the file, and goes where its Ack says. */
  void fragment() throws ExchangeFailure, UploadFailure;

  /** Fetches the reply. */
  void reply() throws ExchangeFailure, UploadFailure;

  /** Ends the session: the file is published. */
  void close() throws ExchangeFailure, UploadFailure;

  /** Ends the session: the file is given up. */
  void cancel() throws ExchangeFailure, UploadFailure;

  /** The caller has paused the upload; sends nothing. */
  void pause();
}
