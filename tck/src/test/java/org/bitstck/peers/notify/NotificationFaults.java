package org.bitstck.peers.notify;

import java.util.List;
import java.util.stream.Stream;

/** Servers that are wrong about their application. */
public final class NotificationFaults {
  private NotificationFaults() {}

  /** All of them. */
  public static List<WrongNotifier> all() {
    return Stream.of(NoticeFaults.all(), AnswerFaults.all(), FailureFaults.all(), ReplyFaults.all())
        .flatMap(List::stream)
        .toList();
  }
}
