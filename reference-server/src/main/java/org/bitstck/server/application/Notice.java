package org.bitstck.server.application;

import java.nio.file.Path;

/**
 * What a notification says of an upload. Source: MC-BUP 2.2.12.
 *
 * @param originalUrl absolute destination URL of the upload
 * @param data file of the uploaded bytes; null if they are the body of the notification
 * @param reply where the reply goes; null if it is the body of the answer
 */
public record Notice(String originalUrl, Path data, Path reply) {

  /** Whether the data is in a file, and not in the body. */
  public boolean byReference() {
    return data != null;
  }
}
