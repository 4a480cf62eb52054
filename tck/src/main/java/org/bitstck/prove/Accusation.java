package org.bitstck.prove;

import java.util.List;
import org.bitstck.judge.Finding;
import org.bitstck.judge.Verdict;
import org.bitstck.requirement.Level;

/**
 * What a run holds against a peer about one requirement.
 *
 * @param verdict the worst of the checks
 * @param checks those with that verdict; at least one
 */
public record Accusation(String requirement, Level level, Verdict verdict, List<Check> checks) {

  /**
   * A check that was not passed, without its bytes: of hundreds of runs only words are kept.
   *
   * @param scenario its id, or the rule's
   * @param expected what was legal, in words
   * @param observed what came, in words
   */
  public record Check(String scenario, String expected, String observed) {
    static Check of(Finding finding) {
      return new Check(finding.scenarioId(), finding.expected(), finding.observed());
    }

    /** Whether it says what is wrong: not only that something is, or that the kit stumbled. */
    public boolean namesTheCause() {
      return !expected.isBlank()
          && !observed.isBlank()
          && !expected.equals(observed)
          && !observed.contains("Exception");
    }
  }
}
