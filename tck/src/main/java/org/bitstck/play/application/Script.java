package org.bitstck.play.application;

import java.util.ArrayList;
import java.util.List;

/** What the application answers for one destination, and what it was told. Thread-safe. */
public final class Script {
  /**
   * One answer.
   *
   * @param headers names and values in turn
   * @param reply the reply's bytes; null for none
   */
  public record Answer(int status, List<String> headers, byte[] reply) {}

  private final List<Answer> answers;
  private final List<Notification> notifications = new ArrayList<>();

  /**
   * @param answers in order; the last one is given again and again
   */
  public Script(List<Answer> answers) {
    this.answers = List.copyOf(answers);
  }

  synchronized Answer answer(Notification notification) {
    notifications.add(notification);
    return answers.get(Math.min(notifications.size(), answers.size()) - 1);
  }

  /** What came so far, in order. */
  public synchronized List<Notification> notifications() {
    return List.copyOf(notifications);
  }
}
