package org.bitstck.exchange;

import java.util.List;
import java.util.Optional;

/**
 * One request and what came back.
 *
 * @param number in the scenario, from 1
 * @param connection number of the connection in the scenario, from 1
 * @param reused true if the connection had carried an exchange before
 * @param interim 1xx answers, in order
 * @param early true if an answer, interim or final, came while the body was held back
 * @param response the final answer; null if no whole one came
 * @param detail what else is known of a bad ending; may be empty
 * @param surplus bytes that came behind the end of the answer
 * @param toApplication true for a request of the server under test to its application, which the
 *     kit plays: there the kit answers
 */
public record Exchange(
    int number,
    int connection,
    boolean reused,
    Request request,
    List<Response> interim,
    boolean early,
    Response response,
    Ending ending,
    String detail,
    int surplus,
    Timing timing,
    boolean toApplication) {

  /** One between the peer under test and the kit as its other peer. */
  public Exchange(
      int number,
      int connection,
      boolean reused,
      Request request,
      List<Response> interim,
      boolean early,
      Response response,
      Ending ending,
      String detail,
      int surplus,
      Timing timing) {
    this(
        number,
        connection,
        reused,
        request,
        interim,
        early,
        response,
        ending,
        detail,
        surplus,
        timing,
        false);
  }

  /** A notification of the server application, on a connection that no other exchange has. */
  public static Exchange toApplication(
      int number,
      Request request,
      List<Response> interim,
      Response response,
      Ending ending,
      String detail,
      Timing timing) {
    return new Exchange(
        number, 0, false, request, interim, false, response, ending, detail, 0, timing, true);
  }

  public Optional<Response> answer() {
    return Optional.ofNullable(response);
  }

  /** What came, in a few words: status and reason, or how it ended without. */
  public String outcome() {
    if (response != null) {
      String reason = response.reason().isEmpty() ? "" : " " + response.reason();
      return response.status() + reason;
    }
    return ending.words() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }
}
