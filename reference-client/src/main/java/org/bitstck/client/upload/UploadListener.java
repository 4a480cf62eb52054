package org.bitstck.client.upload;

import org.bitstck.client.http.ExchangeFailure;

/** Is told what an upload does, in the upload's own thread. */
public interface UploadListener {
  /** Bytes of the file that are sent; they may have to be sent again. */
  default void sending(long position, long size) {}

  /** A packet was answered. */
  default void answered(String packet, int status) {}

  /** Something to be kept has changed. */
  default void changed(UploadState state) throws ExchangeFailure {}

  /** A session was created. */
  default void session(String id, String host) {}

  /** The session was lost; the upload starts over. */
  default void restarting() {}

  /** Something failed and will be tried again. */
  default void retrying(Failure why, long millis) {}

  /** Bytes of the reply that are there. */
  default void receiving(long position, long size) {}
}
