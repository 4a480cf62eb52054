package org.bitstck.judge.client;

import java.util.List;
import org.bitstck.play.client.Recorded;
import org.bitstck.scenario.client.ServerEvent;

/** What the kit did to the file while the client uploaded it. */
final class FileEvents {
  private FileEvents() {}

  /** Whether its content was changed before a request was answered. */
  static boolean changed(List<Recorded> requests, int index) {
    return any(requests, index, ServerEvent.Kind.CHANGE_FILE);
  }

  /** Whether it has grown before a request was answered. */
  static boolean grown(List<Recorded> requests, int index) {
    return any(requests, index, ServerEvent.Kind.GROW_FILE);
  }

  private static boolean any(List<Recorded> requests, int index, ServerEvent.Kind kind) {
    return requests.subList(0, index + 1).stream()
        .anyMatch(
            request ->
                request.deviation() != null
                    && request.deviation().event() != null
                    && request.deviation().event().kind() == kind);
  }
}
