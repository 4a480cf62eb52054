package org.bitstck.judge.client;

import java.util.Optional;
import org.bitstck.judge.Fit;
import org.bitstck.judge.Seen;
import org.bitstck.play.client.Recorded;
import org.bitstck.play.client.Recording;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.client.ClientClause;
import org.bitstck.scenario.client.ClientClause.CountIs;
import org.bitstck.scenario.client.ClientClause.OutcomeIs;
import org.bitstck.scenario.client.ClientClause.ReplyIs;
import org.bitstck.scenario.client.ClientClause.SequenceIs;
import org.bitstck.scenario.client.ClientClause.UploadedIs;
import org.bitstck.scenario.client.RequestKind;

/**
 * A recording that expectations are held against.
 *
 * <p>A client that never came to the point of a scenario has as a rule neither passed nor failed
 * it. If it hung although it should have told an outcome, that counts against it. If it succeeded,
 * it may have had a legal way around the point, which the scenario then tells.
 *
 * <p>Nor does one fail it whose requests are so wrong that a correct server does not take them.
 */
final class ClientSeen implements Seen {
  private final Recording recording;
  private final ClauseJudge clauses;
  private final boolean reached;
  private final boolean success;
  private final boolean strict;
  private final Optional<Recorded> refused;

  private ClientSeen(Recording recording, boolean strict) {
    this.recording = recording;
    this.clauses = new ClauseJudge(recording);
    this.strict = strict;
    this.reached = !strict || Point.isReached(recording);
    this.success = new Reported(recording).isSuccess();
    this.refused = strict ? Refusal.first(recording, success) : Optional.empty();
  }

  /** As a scenario looks at it: what has not been tested is no pass. */
  static ClientSeen inScenario(Recording recording) {
    return new ClientSeen(recording, true);
  }

  /** As a rule looks at it, whatever the scenario is about. */
  static ClientSeen byRule(Recording recording) {
    return new ClientSeen(recording, false);
  }

  @Override
  public String describe() {
    return Words.story(recording);
  }

  @Override
  public Fit fit(Clause clause) {
    if (recording.requests().isEmpty() && !success) {
      return Fit.unreached(describe());
    }
    Fit fit = clauses.fit((ClientClause) clause);
    if (recording.requests().isEmpty()) {
      return fit.isWrong() || !strict ? fit : Fit.unreached(describe());
    }
    if (fit.isWrong() && refused.filter(r -> !Refusal.isLaterThan(fit, r)).isPresent()) {
      return Fit.unreached(
          Words.name(refused.get()) + " is wrong in itself, and refused for that: " + describe());
    }
    if (fit.isWrong() && clause instanceof UploadedIs && neverClosed()) {
      return Fit.unreached("no close-session came: " + describe());
    }
    boolean counts = fit.isWrong() ? isAgainstIt(clause) : isForIt(clause);
    return reached || counts ? fit : Fit.unreached(Point.describe(recording) + ": " + describe());
  }

  /** It told of a success without any: another requirement says that nothing is there then. */
  private boolean neverClosed() {
    return strict
        && success
        && recording.requests().stream()
            .noneMatch(request -> request.kind() == RequestKind.CLOSE_SESSION);
  }

  /** It hung, or did not stop, before the kit could do anything about it. */
  private boolean isAgainstIt(Clause clause) {
    return clause instanceof OutcomeIs && recording.stop() != null;
  }

  /** It is about the upload as a whole, and that succeeded. */
  private boolean isForIt(Clause clause) {
    return success
        && (clause instanceof OutcomeIs
            || clause instanceof SequenceIs
            || clause instanceof CountIs
            || clause instanceof UploadedIs
            || clause instanceof ReplyIs);
  }
}
