package org.bitstck.judge.client;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.client.CallerAct;
import org.bitstck.scenario.client.ClientScenario;

/** What a scenario is there for: its deviations, and what the caller does. */
final class Point {
  private Point() {}

  /** Whether a client came so far that any of it happened. */
  static boolean isReached(Recording recording) {
    ClientScenario scenario = recording.scenario();
    if (scenario.script().isEmpty() && scenario.caller().isEmpty()) {
      return true;
    }
    return recording.requests().stream().anyMatch(request -> request.deviation() != null)
        || scenario.caller().stream().anyMatch(act -> happened(act, recording));
  }

  /** What the caller does behind an outcome says nothing of how it came to that. */
  private static boolean happened(CallerAct act, Recording recording) {
    return act.when() == null
        ? recording.scenario().script().isEmpty() && !recording.outcomes().isEmpty()
        : Requests.of(recording).first(act.when()).isPresent();
  }

  /** What never came. */
  static String describe(Recording recording) {
    List<String> waited = new ArrayList<>();
    recording.scenario().script().forEach(deviation -> waited.add(deviation.on().describe()));
    for (CallerAct act : recording.scenario().caller()) {
      if (act.when() != null) {
        waited.add(act.when().describe());
      }
    }
    return String.join(", ", waited.stream().distinct().toList()) + " never came";
  }
}
