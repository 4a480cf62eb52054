package org.bitstck.scenario;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Profile;
import org.bitstck.requirement.Requirement;
import org.bitstck.requirement.Role;
import org.bitstck.requirement.Testable;
import org.bitstck.yaml.Nearest;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what stands behind {@code expect}: legal outcomes by requirement. */
final class ExpectReader {
  /** What a server scenario cannot judge. */
  private static final Set<Role> OTHER_PEERS =
      EnumSet.of(Role.CLIENT, Role.SERVER_APPLICATION, Role.REPLY_DOWNLOAD_CLIENT);

  private final Catalogue catalogue;
  private final ConditionReader conditions;

  /**
   * @param files names of the files that contents can be compared with
   */
  ExpectReader(Catalogue catalogue, Set<String> files) {
    this.catalogue = catalogue;
    this.conditions = new ConditionReader(files);
  }

  List<Expectation> read(YamlValue value) {
    List<Expectation> expectations = new ArrayList<>();
    for (YamlMapping.Entry entry : value.mapping("an expectation").entries()) {
      expectations.add(expectation(entry.key(), entry.value()));
    }
    if (expectations.isEmpty()) {
      throw value.problem("'expect' names no requirement; leave it out for a set-up step");
    }
    return expectations;
  }

  Expectation expectation(YamlValue id, YamlValue outcome) {
    requirement(id);
    Expectation expectation =
        new Expectation(id.text(), anyOf(outcome.mapping("a legal outcome")), Place.of(id));
    CannotFail.why(expectation)
        .ifPresent(
            why -> {
              throw outcome.problem("this check cannot fail: " + why);
            });
    return expectation;
  }

  private void requirement(YamlValue id) {
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
    if (OTHER_PEERS.contains(requirement.role())) {
      throw id.problem(
          id.text()
              + " is a requirement of the role '"
              + requirement.role().text()
              + "'; a server is not judged by it");
    }
    if (requirement.testable() == Testable.NO) {
      throw id.problem(id.text() + " is not testable in the catalogue: " + requirement.whyNot());
    }
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
    Set<Profile> profiles = EnumSet.allOf(Profile.class);
    words
        .take("profiles")
        .ifPresent(
            value -> {
              profiles.clear();
              value.oneOrMore().forEach(item -> profiles.add(item.as(Profile::of)));
            });
    boolean tolerated = words.take("tolerated").map(YamlValue::flag).orElse(false);
    List<Condition> all = conditions.read(words);
    words.done();
    if (all.isEmpty()) {
      throw words
          .value()
          .problem(
              "this check cannot fail: it says nothing of the outcome; write for example"
                  + " {status: 200}");
    }
    if (all.size() > 1 && all.stream().anyMatch(ExpectReader::isClosed)) {
      throw words
          .value()
          .problem("nothing more can be said of an answer where the connection is closed");
    }
    return new Legal(List.copyOf(all), because, Set.copyOf(profiles), tolerated);
  }

  private static boolean isClosed(Clause condition) {
    return condition instanceof Condition.AnswerIs is && is.takesClosed();
  }

  static String word(Enum<?> value) {
    return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
