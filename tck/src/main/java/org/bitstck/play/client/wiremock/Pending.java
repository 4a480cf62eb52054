package org.bitstck.play.client.wiremock;

import java.util.function.Supplier;
import org.bitstck.play.tap.Answer;

/** An answer that is decided when it is asked for first, and stays as it is. */
final class Pending {
  private final Supplier<Answer> script;
  private Answer answer;

  Pending(Supplier<Answer> script) {
    this.script = script;
  }

  synchronized Answer answer() {
    if (answer == null) {
      answer = script.get();
    }
    return answer;
  }
}
