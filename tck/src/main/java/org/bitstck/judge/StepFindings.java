package org.bitstck.judge;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bitstck.yaml.Place;

/**
 * The findings of a scenario that goes step by step, one per requirement.
 *
 * <p>Behind a broken MUST or a set-up step that failed, nothing counts: neither a pass, whose
 * positive twin is missing, nor a failure, which may be a consequence.
 */
public final class StepFindings {
  private final Map<String, Finding> findings = new LinkedHashMap<>();
  private String failed;
  private String blocked;

  /** Why nothing counts any more; null as long as it does. */
  public String blocked() {
    return blocked;
  }

  /**
   * Adds what was found in a step. The other checks of the same step count all the same.
   *
   * @param label of the step
   * @param at its place
   */
  public void add(Finding finding, String label, Place at) {
    String requirement = finding.requirement().id();
    if (finding.verdict() != Verdict.BLOCKED || !isSettled(findings.get(requirement))) {
      findings.merge(requirement, finding, Finding::worse);
    }
    if (finding.verdict() == Verdict.FAIL) {
      failed = requirement + " failed before, at " + label + " (" + at + ")";
    }
  }

  /** What was found wanting, and cannot come off worse by what could not be tested any more. */
  private static boolean isSettled(Finding before) {
    if (before == null || before.level().isMust()) {
      return false;
    }
    return before.verdict() == (before.level().isShould() ? Verdict.WARN : Verdict.INFO);
  }

  /**
   * A step is over.
   *
   * @param stopped why the scenario ended there; null if it did not
   */
  public void endOfStep(String stopped) {
    if (blocked == null) {
      blocked = failed != null ? failed : stopped;
    }
  }

  /** One per requirement. */
  public List<Finding> all() {
    return List.copyOf(findings.values());
  }
}
