package org.bitstck.exchange;

/**
 * What went on in a scenario beside its exchanges, as far as it explains them.
 *
 * @param after number of the exchange that it came after, or, for {@link Kind#SCRIPTED}, that it is
 *     about; 0 means before the first one
 * @param words in a few words, without a full stop
 */
public record Aside(int after, Kind kind, String words) {
  /** What it is. */
  public enum Kind {
    /** The kit let time pass. */
    PAUSE,
    /** The subject was restarted, or one of its hooks was run. */
    CONTROL,
    /** The kit looked at something otherwise than by a request. */
    LOOK,
    /** The kit's server left the right way with this answer, as the scenario says. */
    SCRIPTED,
    /** The client told its caller how the upload stands. */
    TOLD
  }
}
