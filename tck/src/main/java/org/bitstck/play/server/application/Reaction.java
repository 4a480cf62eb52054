package org.bitstck.play.server.application;

import java.util.List;
import org.bitstck.exchange.Header;
import org.bitstck.play.tap.Answer;
import org.bitstck.scenario.WireFault;

/**
 * What the application does about one notification.
 *
 * @param status 0 where nothing is answered
 * @param version of the status line
 * @param headers that are sent otherwise, variables filled in
 * @param reply the reply's bytes, put where the notification asks for them; null for none
 * @param body bytes of the answer's body, whatever the notification asks for; null if the reply
 *     alone decides
 * @param wire what happens on the wire
 */
public record Reaction(
    int status, String version, List<Edit> headers, byte[] reply, byte[] body, WireFault wire) {
  private static final byte[] NOTHING = new byte[0];

  /**
   * A header that is sent otherwise.
   *
   * @param values none leaves it out
   */
  public record Edit(String name, List<String> values) {}

  /**
   * The answer.
   *
   * @param byReference whether the reply has been put into a file
   */
  Answer answer(boolean byReference) {
    byte[] bytes = body != null ? body : reply != null && !byReference ? reply : NOTHING;
    Answer answer = Answer.of(status, new Header[0]).withBody(bytes);
    answer = new Answer(version, answer.status(), answer.reason(), answer.headers(), answer.body());
    for (Edit edit : headers) {
      answer = answer.with(edit.name(), edit.values());
    }
    return answer;
  }
}
