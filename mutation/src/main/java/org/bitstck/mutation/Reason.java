package org.bitstck.mutation;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Why no scenario kills a mutant. */
enum Reason {
  /** No behaviour differs. */
  EQUIVALENT(true),
  /** It differs in nothing that the kit can see. */
  UNSEEN(true),
  /** Only a case that cannot come to pass, or that the kit cannot bring about, shows it. */
  GUARD(true),
  /**
   * It is seen, but the texts leave the choice: the mutant is a correct peer, and no verdict may
   * say otherwise.
   */
  FREE(false);

  private final boolean hidden;

  Reason(boolean hidden) {
    this.hidden = hidden;
  }

  /** Whether there is nothing to notice: no scenario whatever could kill it. */
  boolean hidden() {
    return hidden;
  }

  /** As explanations begin with it. */
  String word() {
    return "*" + name().toLowerCase(Locale.ROOT) + "*";
  }

  /** That of an explanation; empty if it begins with none. */
  static Optional<Reason> of(String why) {
    return Arrays.stream(values()).filter(reason -> why.startsWith(reason.word())).findFirst();
  }
}
