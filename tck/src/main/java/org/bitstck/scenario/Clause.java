package org.bitstck.scenario;

import java.util.function.UnaryOperator;

/** One thing that a legal outcome has. */
public interface Clause {
  /** In words, as a part of "legal: …". */
  String describe();

  /**
   * The same with its variables filled in.
   *
   * @param fill fills in a text
   */
  default Clause filled(UnaryOperator<String> fill) {
    return this;
  }
}
