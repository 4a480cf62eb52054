package org.bitstck.judge.client;

import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientClause.SequenceIs;
import org.bitstck.scenario.client.RequestKind;

/**
 * Holds the order of all requests against a pattern. What is no packet at all is for the rules, and
 * left out where the pattern does not name it.
 */
final class Sequences {
  private Sequences() {}

  /** What came is for the story of the recording to tell. */
  static Fit fit(SequenceIs is, Recording recording) {
    boolean others = is.text().contains(RequestKind.OTHER.word());
    StringBuilder letters = new StringBuilder();
    for (Recorded request : recording.requests()) {
      if (others || request.kind() != RequestKind.OTHER) {
        letters.append(SequenceIs.letter(request.kind()));
      }
    }
    return is.pattern().matcher(letters).matches() ? Fit.HOLDS : Fit.wrong("in another order");
  }
}
