package org.bitstck.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.bitstck.requirement.Profile;
import org.bitstck.yaml.Place;

/**
 * What a requirement says of a step's outcome.
 *
 * @param requirement its id
 * @param anyOf the legal outcomes of all profiles; at least one
 */
public record Expectation(String requirement, List<Legal> anyOf, Place at) {
  public Expectation {
    anyOf = List.copyOf(anyOf);
  }

  /** Stands between two legal outcomes. */
  public static final String OR = "; or ";

  /** The outcomes that are legal in a profile; none means that the profile does not judge it. */
  public List<Legal> legal(Profile profile) {
    List<Legal> legal = new ArrayList<>(anyOf.size());
    for (Legal outcome : anyOf) {
      if (outcome.profiles().contains(profile)) {
        legal.add(outcome);
      }
    }
    // asked for with every answer: most often there is nothing to leave out, and nothing to copy
    return legal.size() == anyOf.size() ? anyOf : List.copyOf(legal);
  }

  /**
   * Looks at what is legal in each profile.
   *
   * @param look says something, or nothing
   * @return what it said first
   */
  public Optional<String> inSomeProfile(Function<List<Legal>, Optional<String>> look) {
    List<Legal> before = null;
    for (Profile profile : Profile.values()) {
      List<Legal> legal = legal(profile);
      if (legal == before) {
        continue; // what is legal in all profiles is the same list
      }
      Optional<String> said = look.apply(legal);
      if (said.isPresent()) {
        return said;
      }
      before = legal;
    }
    return Optional.empty();
  }

  /** The conditions of all legal outcomes, whatever the profile. */
  public List<Clause> conditions() {
    List<Clause> conditions = new ArrayList<>();
    for (Legal outcome : anyOf) {
      conditions.addAll(outcome.conditions());
    }
    return conditions;
  }

  public String describe(Profile profile) {
    return legal(profile).stream().map(Legal::describe).collect(Collectors.joining(OR));
  }
}
