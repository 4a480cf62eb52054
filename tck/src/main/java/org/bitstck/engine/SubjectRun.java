package org.bitstck.engine;

import java.util.List;

/** A run of the suite with one subject, of whatever role. */
public interface SubjectRun {
  /**
   * Runs the suite; once.
   *
   * @throws SubjectUnreachable if the subject gives no sign of life
   */
  RunResult run(List<RunListener> listeners) throws SubjectUnreachable;

  /** Ends the run early; {@link #result} tells what was found so far. */
  void cancel();

  /** What was found so far; all of it when {@link #run} has returned. */
  RunResult result();
}
