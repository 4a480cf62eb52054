package org.bitstck.play.client;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.bitstck.exchange.Aside;
import org.bitstck.exchange.Exchange;
import org.bitstck.play.PlayedScenario;
import org.bitstck.play.TestFile;
import org.bitstck.scenario.client.ClientScenario;

/**
 * All that happened between a client and the kit in a scenario.
 *
 * @param requests in the order in which they came
 * @param outcomes what the client told, in order; empty if nothing in time
 * @param reports whether the client tells more than success or failure at all
 * @param target path and query of the URL that the client was given
 * @param file what it was told to upload, as it was at the start
 * @param published what the server has published at the destination; null if nothing, or if it is
 *     too much to be held
 * @param publishedLikeFile where something is published that is too much to be held: whether it is
 *     like the file; null otherwise
 * @param storedReply what lies where the client was told to store the reply; null if nothing
 * @param reply the reply as the server had it at the end; null if there is none
 * @param stop why the kit ended it before its end, in words: a limit, a client that died; null if
 *     it came to its end
 */
public record Recording(
    ClientScenario scenario,
    List<Recorded> requests,
    List<Report> outcomes,
    boolean reports,
    String target,
    TestFile file,
    byte[] published,
    Boolean publishedLikeFile,
    byte[] storedReply,
    byte[] reply,
    String stop,
    Duration duration)
    implements PlayedScenario {
  /** How long any client waits that nobody told how long to, in milliseconds. */
  private static final long LEAST_PATIENCE_MS = 2000;

  /** One with a file that can be held. */
  public Recording(
      ClientScenario scenario,
      List<Recorded> requests,
      List<Report> outcomes,
      boolean reports,
      String target,
      TestFile file,
      byte[] published,
      byte[] storedReply,
      byte[] reply,
      String stop,
      Duration duration) {
    this(
        scenario,
        requests,
        outcomes,
        reports,
        target,
        file,
        published,
        null,
        storedReply,
        reply,
        stop,
        duration);
  }

  @Override
  public List<Exchange> evidence() {
    return requests.stream().map(Recorded::exchange).toList();
  }

  /** Where the server was wrong, and what the client told. */
  @Override
  public List<Aside> asides() {
    List<Aside> asides = new ArrayList<>();
    for (Recorded request : requests) {
      if (request.deviation() != null) {
        asides.add(
            new Aside(
                request.exchange().number(),
                Aside.Kind.SCRIPTED,
                request.deviation().describe() + " (" + request.deviation().at() + ")"));
      }
    }
    int last = requests.isEmpty() ? 0 : requests.get(requests.size() - 1).exchange().number();
    outcomes.forEach(
        outcome ->
            asides.add(new Aside(last, Aside.Kind.TOLD, "the client told: " + outcome.describe())));
    return asides;
  }

  /**
   * True if the kit itself took so long over an answer that a client with the scenario's limit, or
   * an impatient one that went on, may have given up rightly: what followed says nothing of it.
   */
  public boolean isLate() {
    long told = scenario.client().answerTimeoutMs();
    for (int i = 0; i < requests.size(); i++) {
      boolean wentOn = i + 1 < requests.size() && requests.get(i + 1).overlapping();
      if ((told >= 0 && requests.get(i).overtimeMillis() > told / 2)
          || (wentOn && requests.get(i).overtimeMillis() > LEAST_PATIENCE_MS / 2)) {
        return true;
      }
    }
    return false;
  }

  /** What the client told last; null if nothing. */
  public Report last() {
    return outcomes.isEmpty() ? null : outcomes.get(outcomes.size() - 1);
  }
}
