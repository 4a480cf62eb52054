package org.bitstck.engine;

import java.util.List;

/** A run of the suite with one subject, of whatever role. */
public interface SubjectRun {
  /**
   * Meets the subject and says what will be played; once. For whoever plays scenario by scenario.
   *
   * @throws SubjectUnreachable if the subject gives no sign of life
   */
  Suite open(List<RunListener> listeners) throws SubjectUnreachable;

  /**
   * Runs the suite; once.
   *
   * @throws SubjectUnreachable if the subject gives no sign of life
   */
  default RunResult run(List<RunListener> listeners) throws SubjectUnreachable {
    SuiteLauncher.play(open(listeners));
    return result();
  }

  /** Ends the run early; {@link #result} tells what was found so far. */
  void cancel();

  /** What was found so far; all of it when all is played. */
  RunResult result();
}
