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
  static Survivor of(Mutant mutant, Path repository, Explanations explanations) throws IOException {
    Path source = repository.resolve(mutant.source());
    List<String> lines = Files.readAllLines(source);
    if (mutant.line() > lines.size()) {
      throw new IOException(
          source + " has no line " + mutant.line() + ": the report is one of other sources");
    }
    String text = lines.get(mutant.line() - 1).strip();
    return new Survivor(mutant, text, explanations.why(mutant, text));
  }

  /** The sort of its explanation; empty as long as there is none. */
  Optional<Reason> reason() {
    return why.flatMap(Reason::of);
  }
}
