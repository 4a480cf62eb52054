package org.bitstck.judge;

import java.util.Optional;
import org.bitstck.scenario.Clause;

/** What expectations are held against. */
interface Seen {
  /** What came, in words: the parts that checks are about. */
  String describe();

  /** What is wrong by a clause, in words; empty if it holds. */
  Optional<String> mismatch(Clause clause);
}
