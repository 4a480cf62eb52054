package org.bitstck.mutation;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A mutant that no scenario noticed.
 *
 * @param text of its line, without the space around it
 * @param why it is no hole in the suite; empty as long as nobody can say
 */
record Survivor(Mutant mutant, String text, Optional<String> why) {
  private static final List<String> HIDDEN = List.of("*equivalent*", "*unseen*", "*guard*");

  static Survivor of(Mutant mutant, Path repository, Explanations explanations) throws IOException {
    String text =
        Files.readAllLines(repository.resolve(mutant.source())).get(mutant.line() - 1).strip();
    return new Survivor(mutant, text, explanations.why(mutant, text));
  }

  /** Whether there is nothing to notice: no scenario whatever could kill it. */
  boolean hidden() {
    return why.filter(reason -> HIDDEN.stream().anyMatch(reason::startsWith)).isPresent();
  }
}
