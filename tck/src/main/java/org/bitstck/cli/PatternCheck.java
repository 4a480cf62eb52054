package org.bitstck.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitstck.engine.Selection;
import org.bitstck.requirement.Peer;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.AlwaysOn;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.library.Library;
import org.bitstck.yaml.Nearest;

/**
 * Sees that each pattern means something: a slip of the hand would leave out what somebody wanted.
 *
 * @param read scenarios that the patterns choose from, as far as they have been read
 * @param all of them; asked for where a pattern means none
 */
record PatternCheck(Library library, Peer peer, List<Scenario> read, Supplier<List<Scenario>> all) {

  /**
   * @param option that gave the patterns
   * @throws UserError about the first that no scenario answers to
   */
  void check(String option, List<String> patterns) {
    List<String> idle = Selection.idle(patterns, read);
    if (!idle.isEmpty()) {
      throw new UserError(option + ": " + why(idle.get(0)));
    }
  }

  private String why(String pattern) {
    Optional<Requirement> requirement = library.catalogue().find(pattern.toUpperCase(Locale.ROOT));
    if (requirement.isPresent()) {
      return why(requirement.get());
    }
    List<String> names =
        all.get().stream()
            .flatMap(Selection::names)
            .flatMap(PatternCheck::withFolders)
            .distinct()
            .toList();
    return "no scenario of the role "
        + peer.text()
        + " matches '"
        + pattern
        + "'; "
        + Nearest.to(pattern, names)
            .map(near -> "did you mean '" + near + "'?")
            .orElse("'bits-tck list --role " + peer.text() + "' shows what there is");
  }

  /** A pattern also takes all below it. */
  private static Stream<String> withFolders(String name) {
    return Stream.iterate(
        name,
        part -> !part.isEmpty(),
        part -> part.substring(0, Math.max(0, part.lastIndexOf('/'))));
  }

  private String why(Requirement requirement) {
    String id = requirement.id();
    if (!peer.plays(requirement.role())) {
      return id + " is a requirement of a " + requirement.role().text().replace('-', ' ');
    }
    if (rules().stream().anyMatch(rule -> rule.expectation().requirement().equals(id))) {
      return id
          + " is judged by an always-on rule, in whatever is played: leave --only away, or name"
          + " scenarios";
    }
    return "no scenario checks " + id + "; 'bits-tck explain " + id + "' says why";
  }

  private Collection<? extends AlwaysOn> rules() {
    return switch (peer) {
      case SERVER -> library.rules(Role.SERVER);
      case CLIENT -> library.clientRules();
      case APPLICATION -> List.of();
    };
  }
}
