package org.bitstck.scenario;

/** One thing that a legal outcome has. */
public interface Clause {
  /** In words, as a part of "legal: …". */
  String describe();
}
