package org.bitstck.server.application;

/**
 * What the server is told of a notification. Source: MC-BUP 2.2.13.
 *
 * @param status of HTTP
 * @param staticUrl absolute URL of the reply; null if there is none
 * @param copy whether the upload is to be published at its own URL
 * @param body of the answer
 */
public record Answer(int status, String staticUrl, boolean copy, Content body) {

  /** The upload is not taken; with an empty body (MC-BUP 3.4.5.1). */
  public static Answer refusal(int status) {
    return new Answer(status, null, false, Content.NOTHING);
  }
}
