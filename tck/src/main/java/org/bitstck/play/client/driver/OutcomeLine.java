package org.bitstck.play.client.driver;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.bitstck.play.client.Report;
import org.bitstck.play.process.JsonLine;
import org.bitstck.play.process.Lines;
import org.bitstck.scenario.client.ClientClause.Outcome;

/** What a driver tells of an upload. */
final class OutcomeLine {
  private static final List<Outcome> OUTCOMES =
      List.of(Outcome.SUCCESS, Outcome.FAILED, Outcome.PAUSED, Outcome.CANCELLED);
  private static final List<String> CAUSES =
      List.of("http", "transport", "timeout", "file", "invalid-answer");

  private OutcomeLine() {}

  /**
   * Reads an outcome, or a problem.
   *
   * @throws IOException if it is none; the message says why
   */
  static Report read(JsonLine json, String line) throws IOException {
    String problem = json.text("problem");
    if (problem != null) {
      return Report.of(Outcome.NONE, "the driver did not understand: " + problem);
    }
    String word = json.text("outcome");
    Outcome outcome = OUTCOMES.stream().filter(o -> o.word().equals(word)).findFirst().orElse(null);
    if (outcome == null) {
      throw new IOException(
          Lines.shown(line) + " has no 'outcome' of success, failed, paused and cancelled");
    }
    String cause = json.text("cause");
    if (cause != null && !CAUSES.contains(cause)) {
      throw new IOException(
          Lines.shown(line) + " has an unknown 'cause'; there are " + String.join(", ", CAUSES));
    }
    String message = json.text("message");
    return new Report(
        outcome,
        cause,
        (int) Math.max(0, number(json, "status", line, 10)),
        number(json, "error", line, 16),
        number(json, "context", line, 16),
        message == null ? "" : message.length() > 500 ? message.substring(0, 500) : message);
  }

  /** A number as the server wrote it, with or without 0x; -1 if it is not there. */
  private static long number(JsonLine json, String word, String line, int radix)
      throws IOException {
    String text = json.text(word);
    if (text == null || text.isBlank()) {
      return -1;
    }
    String digits = text.strip().toLowerCase(Locale.ROOT).replaceFirst("^0x", "");
    try {
      long number = Long.parseLong(digits, radix);
      if (number >= 0 && number <= 0xFFFFFFFFL) {
        return number;
      }
    } catch (NumberFormatException e) {
      // said below
    }
    throw new IOException(Lines.shown(line) + ": '" + word + "' is no number");
  }
}
