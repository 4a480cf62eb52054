package org.bitstck.scenario.client;

/**
 * What the client is told beside URL and file.
 *
 * @param fragmentSize bytes; 0 means the client's own choice. Needs the capability {@code
 *     fragment-size}
 * @param credentials the right user and password are handed over at the start
 * @param wrongCredentials a wrong password is handed over at the start
 * @param answerTimeoutMs -1 means the client's own
 * @param sendTimeoutMs -1 means the client's own
 * @param retryDelayMs -1 means the client's own, or no retries
 * @param fileName name of the local file, without folder
 * @param target what stands behind the scenario's own path in the URL: {@code a%20b.bin?ACCOUNT=7}
 */
public record ClientSettings(
    long fragmentSize,
    boolean credentials,
    boolean wrongCredentials,
    long answerTimeoutMs,
    long sendTimeoutMs,
    long retryDelayMs,
    String fileName,
    String target) {
  /** Where a scenario says nothing. */
  public static final ClientSettings USUAL =
      new ClientSettings(0, false, false, -1, -1, -1, "upload.bin", "upload.bin");
}
