package org.bitstck.scenario.client;

import java.util.Optional;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.WireFault;

/** Finds what a script says of an Ack that no client will ever get. */
final class NeverSeen {
  private NeverSeen() {}

  /** Why the answer would never be seen; empty if it would. */
  static Optional<String> why(WireFault wire, AckEdit ack) {
    String word = ExpectReader.word(wire.kind());
    boolean never = wire.kind().isNeverRead();
    Boolean meaningful = never ? Boolean.FALSE : ack.takes();
    AckEdit takesOnly =
        new AckEdit(0, null, -1, -1, -1, AckEdit.NONE.headers(), null, null, null, meaningful);
    if (ack.equals(takesOnly) || !never && !wire.kind().isUnanswered()) {
      return Optional.empty();
    }
    return Optional.of(
        "with 'wire: "
            + word
            + (never
                ? "' the request is never read to its end, and not answered"
                : "' there is no answer; of 'ack' only 'takes' has a meaning beside it"));
  }
}
