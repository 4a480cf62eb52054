package org.bitstck.engine;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Tally;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Profile;

/**
 * What a run found.
 *
 * @param subject who was tested
 * @param incomplete why the run says nothing of the subject as a whole; empty if it does
 * @param subjectBroken true if that is the subject's doing
 * @param notes what the kit did to test it fairly, in words
 * @param scenarios planned, after the selection
 * @param played of them
 * @param share what it is a part of; empty if there is but one machine
 */
public record RunResult(
    Tested subject,
    Profile profile,
    List<Finding> findings,
    Tally tally,
    Optional<String> incomplete,
    boolean subjectBroken,
    List<String> notes,
    int scenarios,
    int played,
    Instant startedAt,
    Duration duration,
    Optional<Share> share) {

  /** The result of a run that no other machine had a share in. */
  public RunResult(
      Tested subject,
      Profile profile,
      List<Finding> findings,
      Tally tally,
      Optional<String> incomplete,
      boolean subjectBroken,
      List<String> notes,
      int scenarios,
      int played,
      Instant startedAt,
      Duration duration) {
    this(
        subject,
        profile,
        findings,
        tally,
        incomplete,
        subjectBroken,
        notes,
        scenarios,
        played,
        startedAt,
        duration,
        Optional.empty());
  }

  /** The one word on top of each report. */
  public enum Summary {
    CONFORMANT,
    CONFORMANT_WITH_WARNINGS,
    NOT_CONFORMANT,
    INCOMPLETE;

    /** For people. */
    public String text() {
      return name().replace('_', ' ');
    }
  }

  public Summary summary() {
    if (subjectBroken) {
      return Summary.INCOMPLETE;
    }
    if (findings.stream().anyMatch(finding -> finding.verdict().isBad())) {
      return Summary.NOT_CONFORMANT;
    }
    if (incomplete.isPresent()) {
      return Summary.INCOMPLETE;
    }
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.WARN)
        ? Summary.CONFORMANT_WITH_WARNINGS
        : Summary.CONFORMANT;
  }

  /** True if a check of the kit itself broke. */
  public boolean isKitAtFault() {
    return findings.stream().anyMatch(finding -> finding.verdict() == Verdict.KIT_ERROR);
  }
}
