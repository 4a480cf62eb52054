package org.bitstck.play.server;

import java.util.List;
import java.util.Map;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.server.application.Notification;
import org.bitstck.scenario.server.Step;
import org.bitstck.subject.Directory;

/**
 * What happened in a step.
 *
 * @param exchanges one per repetition; the read-back's own for a look at a stored file; none where
 *     nothing was left to send
 * @param stored what was found at the destination; null for other steps
 * @param notifications what the application was told so far; null for other steps
 * @param directory the directory that it ran in
 * @param filled what the texts of its expectations that have variables stand for, by the text
 */
public record StepRecord(
    Step step,
    List<Exchange> exchanges,
    StoredFile stored,
    List<Notification> notifications,
    Directory directory,
    Map<String, String> filled) {

  /** One whose expectations have no variables. */
  public StepRecord(
      Step step,
      List<Exchange> exchanges,
      StoredFile stored,
      List<Notification> notifications,
      Directory directory) {
    this(step, exchanges, stored, notifications, directory, Map.of());
  }
}
