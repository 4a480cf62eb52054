package org.bitstck.cli;

import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.bitstck.engine.ApplicationRun;
import org.bitstck.engine.ClientRun;
import org.bitstck.engine.Selection;
import org.bitstck.engine.ServerRun;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.AlwaysOn;
import org.bitstck.scenario.Library;
import org.bitstck.scenario.Scenario;
import org.bitstck.yaml.Nearest;

/**
 * Sees that each pattern means something: a slip of the hand would leave out what somebody wanted.
 *
 * @param read scenarios that the patterns choose from, as far as they have been read
 * @param all of them; asked for where a pattern means none
 */
record PatternCheck(Library library, Role role, List<Scenario> read, Supplier<List<Scenario>> all) {

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
    return "no scenario for a "
        + role.peer()
        + " matches '"
        + pattern
        + "'; "
        + Nearest.to(pattern, names)
            .map(near -> "did you mean '" + near + "'?")
            .orElse("'bits-tck list --role " + role.peer() + "' shows what there is");
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
    if (!roles().contains(requirement.role())) {
      return id + " is a requirement of a " + requirement.role().text().replace('-', ' ');
    }
    if (rules().stream().anyMatch(rule -> rule.expectation().requirement().equals(id))) {
      return id
          + " is judged by an always-on rule, in whatever is played: leave --only away, or name"
          + " scenarios";
    }
    return "no scenario checks " + id + "; 'bits-tck explain " + id + "' says why";
  }

  private Set<Role> roles() {
    return switch (role) {
      case CLIENT -> ClientRun.ROLES;
      case SERVER_APPLICATION -> ApplicationRun.ROLES;
      default -> ServerRun.ROLES;
    };
  }

  private Collection<? extends AlwaysOn> rules() {
    return switch (role) {
      case SERVER -> library.rules(Role.SERVER);
      case CLIENT -> library.clientRules();
      default -> List.of();
    };
  }
}
