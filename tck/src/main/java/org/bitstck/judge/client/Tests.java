package org.bitstck.judge.client;

import java.util.List;
import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;

/** Parts that all tests of single requests are made of. */
final class Tests {
  private Tests() {}

  /** Wrong about a request: it is named before the words. */
  static Fit wrong(Recorded request, String words) {
    return Fit.wrong(Words.name(request) + ": " + words, List.of(request.exchange().number()));
  }

  static Fit unless(boolean holds, Recorded request, String words) {
    return holds ? Fit.HOLDS : wrong(request, words);
  }

  /** Values of a header for people. */
  static String quoted(List<String> values) {
    return values.isEmpty() ? "absent" : "'" + String.join("', '", values) + "'";
  }
}
