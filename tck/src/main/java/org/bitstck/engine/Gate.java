package org.bitstck.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;

/** What a run may say as a whole. */
public final class Gate {
  /** Tag of the scenarios that are played even with a peer that cannot do a plain upload. */
  public static final String FIRST_CONTACT = "first-contact";

  private Gate() {}

  /** What is said of a check that a failed preflight stands in the way of. */
  public static String reason(String broken) {
    return "no plain upload is possible: " + broken;
  }

  /** A peer that cannot do one plain upload has proved nothing by anything. */
  public static List<Finding> gated(List<Finding> findings, Optional<String> broken) {
    return gatedBy(findings, broken.map(Gate::reason));
  }

  /**
   * The same for a peer whose plain case is another.
   *
   * @param reason what is said of a check that the failed preflight stands in the way of
   */
  public static List<Finding> gatedBy(List<Finding> findings, Optional<String> reason) {
    if (reason.isEmpty()) {
      return findings;
    }
    List<Finding> gated = new ArrayList<>();
    for (Finding finding : findings) {
      // a SHOULD that was broken stays: it may be why nothing works
      boolean proof =
          finding.verdict() == Verdict.PASS
              || finding.verdict() == Verdict.INFO
              || finding.verdict() == Verdict.WARN && !finding.level().isShould();
      gated.add(proof ? finding.with(Verdict.BLOCKED, reason.get()) : finding);
    }
    return gated;
  }

  /** Why a run of a part of the suite says nothing of the whole; empty if all was selected. */
  public static Optional<String> part(Selection selection, int planned, int all) {
    if (selection.isWhole()) {
      return Optional.empty();
    }
    if (!selection.isFromSuite()) {
      return Optional.of("Scenarios of files were played, not the suite.");
    }
    return Optional.of(
        selection
            .shard()
            .map(s -> s.index() + " of " + s.count() + " was played: " + planned + " of " + all)
            .map(part -> Share.ONLY + part + " scenarios.")
            .orElse("Only a part of the suite was selected."));
  }
}
