package org.bitstck.play.client;

import java.nio.file.Path;

/**
 * What a client is told to do.
 *
 * @param id of the upload; unique in a run, letters, digits and hyphens
 * @param url of the destination, to be sent as it is written
 * @param file to upload
 * @param replyTo where the reply is to be stored; null means that none is asked for
 * @param fragmentSize bytes; 0 means the client's own choice
 * @param credentials null means none
 * @param answerTimeoutMs -1 means the client's own
 * @param sendTimeoutMs -1 means the client's own
 * @param retryDelayMs -1 means the client's own
 */
public record UploadOrder(
    String id,
    String url,
    Path file,
    Path replyTo,
    long fragmentSize,
    Credentials credentials,
    long answerTimeoutMs,
    long sendTimeoutMs,
    long retryDelayMs) {

  /** For HTTP Basic authentication. */
  public record Credentials(String user, String password) {
    @Override
    public String toString() {
      return user + ":…";
    }
  }
}
