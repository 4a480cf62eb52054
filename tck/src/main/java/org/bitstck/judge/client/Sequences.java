package org.bitstck.judge.client;

import org.bitstck.judge.Fit;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.ClientClause.SequenceIs;

/** Holds the order of all requests against a pattern. */
final class Sequences {
  private Sequences() {}

  /** What came is for the story of the recording to tell. */
  static Fit fit(SequenceIs is, Recording recording) {
    StringBuilder letters = new StringBuilder();
    recording.requests().forEach(request -> letters.append(SequenceIs.letter(request.kind())));
    return is.pattern().matcher(letters).matches() ? Fit.HOLDS : Fit.wrong("in another order");
  }
}
