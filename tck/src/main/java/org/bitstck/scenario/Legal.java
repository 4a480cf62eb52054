package org.bitstck.scenario;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.requirement.Profile;

/**
 * One legal outcome.
 *
 * @param conditions all of them hold
 * @param because why it is legal: the section; may be empty where it is the only outcome
 * @param profiles in which it is legal
 * @param tolerated true if it is accepted but earns a warning
 */
public record Legal(
    List<Clause> conditions, String because, Set<Profile> profiles, boolean tolerated) {

  public String describe() {
    return conditions.stream().map(Clause::describe).collect(Collectors.joining(", "))
        + (because.isEmpty() ? "" : " (" + because + ")");
  }
}
