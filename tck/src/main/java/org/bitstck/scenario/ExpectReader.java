package org.bitstck.scenario;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Testable;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.Place;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what stands behind {@code expect}: legal outcomes by requirement. */
public final class ExpectReader {
  /** What nearly every expectation has, kept once. */
  private static final Set<Profile> ALL = Set.of(Profile.values());

  private final Catalogue catalogue;
  private final ClauseReader clauses;

  /**
   * @param clauses reads what can be said of the peer
   */
  public ExpectReader(Catalogue catalogue, ClauseReader clauses) {
    this.catalogue = catalogue;
    this.clauses = clauses;
  }

  /** Reads all requirements and their outcomes. */
  public List<Expectation> read(YamlValue value) {
    List<Expectation> expectations = new ArrayList<>();
    for (YamlMapping.Entry entry : value.mapping("an expectation").entries()) {
      expectations.add(expectation(entry.key(), entry.value()));
    }
    if (expectations.isEmpty()) {
      throw value.problem("'expect' names no requirement; leave it out for a set-up step");
    }
    return expectations;
  }

  private Expectation expectation(YamlValue id, YamlValue outcome) {
    Expectation expectation =
        new Expectation(
            requirement(id).id(), anyOf(outcome.mapping("a legal outcome")), Place.of(id));
    clauses
        .whyItCannotFail(expectation)
        .ifPresent(
            why -> {
              throw outcome.problem("this check cannot fail: " + why);
            });
    return expectation;
  }

  private Requirement requirement(YamlValue id) {
    Requirement requirement =
        catalogue
            .find(id.text())
            .orElseThrow(
                () ->
                    id.problem(
                        "no requirement has the id '"
                            + id.text()
                            + "'"
                            + Nearest.to(id.text(), catalogue.ids())
                                .map(near -> "; did you mean '" + near + "'?")
                                .orElse("; 'bits-tck list --requirements' shows them")));
    if (!clauses.peer().plays(requirement.role())) {
      throw id.problem(
          id.text()
              + " is a requirement of the role '"
              + requirement.role().text()
              + "'; a "
              + clauses.peer().inWords()
              + " is not judged by it");
    }
    if (requirement.testable() == Testable.NO) {
      throw id.problem(id.text() + " is not testable in the catalogue: " + requirement.whyNot());
    }
    return requirement;
  }

  private List<Legal> anyOf(YamlMapping outcome) {
    List<Legal> legal = new ArrayList<>();
    if (outcome.has("any-of")) {
      for (YamlValue alternative : outcome.require("any-of").items()) {
        legal.add(legal(alternative.mapping("a legal outcome")));
      }
      outcome.done();
      if (legal.isEmpty()) {
        throw outcome.key("any-of").problem("this check cannot fail: 'any-of' is empty");
      }
    } else {
      legal.add(legal(outcome));
    }
    return legal;
  }

  private Legal legal(YamlMapping words) {
    String because = words.take("because").map(YamlValue::text).orElse("");
    Set<Profile> profiles = words.take("profiles").map(ExpectReader::profiles).orElse(ALL);
    boolean tolerated = words.take("tolerated").map(YamlValue::flag).orElse(false);
    List<? extends Clause> all = clauses.read(words);
    words.done();
    if (all.isEmpty()) {
      throw words
          .value()
          .problem(
              "this check cannot fail: it says nothing of the outcome; write for example "
                  + clauses.example());
    }
    clauses
        .whyNotTogether(all)
        .ifPresent(
            why -> {
              throw words.value().problem(why);
            });
    return new Legal(List.copyOf(all), because, profiles, tolerated);
  }

  private static Set<Profile> profiles(YamlValue value) {
    return value.oneOrMore().stream()
        .map(item -> item.as(Profile::of))
        .collect(Collectors.toUnmodifiableSet());
  }

  /** The word of a constant: {@code as-windows}. */
  public static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /**
   * The constant whose word stands here.
   *
   * @param constants those that may; at least one
   */
  public static <E extends Enum<E>> E one(YamlValue value, Set<E> constants) {
    for (E constant : constants) {
      if (word(constant).equals(value.text())) {
        return constant;
      }
    }
    throw value.problem(
        "'"
            + value.text()
            + "' is none of: "
            + constants.stream().map(ExpectReader::word).collect(Collectors.joining(", ")));
  }
}
