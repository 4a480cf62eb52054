package org.bitstck.scenario;

import java.util.List;
import java.util.Optional;
import org.bitstck.requirement.Peer;
import org.bitstck.yaml.YamlMapping;

/** Reads the words of one legal outcome, and knows what makes sense in it. */
public interface ClauseReader {
  /** Who is judged. */
  Peer peer();

  /** Takes the words that it knows. */
  List<? extends Clause> read(YamlMapping words);

  /** Why nothing could break the expectation; empty if something could. */
  Optional<String> whyItCannotFail(Expectation expectation);

  /** Why these clauses cannot stand together; empty if they can. */
  Optional<String> whyNotTogether(List<? extends Clause> clauses);

  /** A short legal outcome, as an example in messages. */
  String example();
}
