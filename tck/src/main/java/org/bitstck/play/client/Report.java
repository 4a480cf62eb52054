package org.bitstck.play.client;

import org.bitstck.scenario.client.ClientClause.Outcome;

/**
 * What a client told its caller.
 *
 * @param outcome how the upload stands
 * @param cause {@code http}, {@code transport}, {@code timeout}, {@code file}, {@code
 *     invalid-answer}; null if it did not say
 * @param status HTTP status; 0 if it did not say
 * @param error 32-bit HRESULT; -1 if it did not say
 * @param context -1 if it did not say
 * @param message free text; may be empty
 */
public record Report(
    Outcome outcome, String cause, int status, long error, long context, String message) {
  /** An outcome of which nothing else is known. */
  public static Report of(Outcome outcome, String message) {
    return new Report(outcome, null, 0, -1, -1, message);
  }

  /** In words. */
  public String describe() {
    StringBuilder text = new StringBuilder(outcome.word());
    if (cause != null) {
      text.append(", ").append(cause);
    }
    if (status != 0) {
      text.append(", status ").append(status);
    }
    if (error >= 0) {
      text.append(String.format(", error 0x%08X", error));
    }
    if (context >= 0) {
      text.append(String.format(", context 0x%X", context));
    }
    return message.isEmpty() ? text.toString() : text + " (" + message + ")";
  }
}
