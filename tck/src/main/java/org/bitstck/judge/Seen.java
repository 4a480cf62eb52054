package org.bitstck.judge;

import org.bitstck.scenario.Clause;

/** What expectations are held against. */
public interface Seen {
  /** What came, in words: the parts that checks are about. */
  String describe();

  /** How it stands with a clause. */
  Fit fit(Clause clause);
}
