package org.bitstck.scenario.server;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.Clause;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.scenario.PacketKind;
import org.bitstck.scenario.StatusRange;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the table of always-on rules. */
public final class RuleReader {
  /** What can be judged only where a scenario says which files there are. */
  private static final Set<Class<? extends Clause>> ABOUT_A_SCENARIO =
      Set.of(
          Condition.ContentIs.class,
          Condition.LengthIs.class,
          Condition.PartsAre.class,
          Condition.UnchangedIs.class,
          NotificationClause.class);

  private final ExpectReader expects;

  public RuleReader(Catalogue catalogue) {
    this.expects = new ExpectReader(catalogue, new ConditionReader(Set.of()));
  }

  /**
   * Reads one file.
   *
   * @throws YamlException if it is not as the schema says
   */
  public List<Rule> read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a rule file");
    List<Rule> rules = new ArrayList<>();
    for (YamlMapping.Entry entry : file.require("rules").mapping("the rules").entries()) {
      rules.add(rule(entry.key().text(), entry.value().mapping("a rule")));
    }
    file.done();
    return rules;
  }

  private Rule rule(String name, YamlMapping words) {
    String title = words.require("title").text();
    Set<PacketKind> packets = EnumSet.noneOf(PacketKind.class);
    List<StatusRange> statuses = new ArrayList<>();
    Set<String> unlessIn = new LinkedHashSet<>();
    boolean acksOnly = false;
    boolean alsoHttp = false;
    boolean bodiless = false;
    Optional<YamlValue> when = words.take("when");
    if (when.isPresent()) {
      YamlMapping conditions = when.get().mapping("a 'when'");
      conditions.take("packet").ifPresent(v -> v.oneOrMore().forEach(p -> packets.add(kind(p))));
      conditions.take("status").ifPresent(v -> statuses.addAll(ConditionReader.statuses(v)));
      conditions
          .take("unless-in")
          .ifPresent(v -> v.oneOrMore().forEach(d -> unlessIn.add(d.text())));
      acksOnly = conditions.take("acks-only").map(YamlValue::flag).orElse(false);
      alsoHttp = conditions.take("also-http").map(YamlValue::flag).orElse(false);
      bodiless = conditions.take("bodiless").map(YamlValue::flag).orElse(false);
      conditions.done();
      if (alsoHttp && (acksOnly || !packets.isEmpty())) {
        throw conditions
            .key("also-http")
            .problem("'also-http' means every answer; 'packet' and 'acks-only' mean some");
      }
    }
    List<Expectation> expectations = expects.read(words.require("expect"));
    words.done();
    if (expectations.size() != 1) {
      throw words.value().problem("a rule checks one requirement");
    }
    expectations.get(0).conditions().stream()
        .filter(c -> ABOUT_A_SCENARIO.stream().anyMatch(kind -> kind.isInstance(c)))
        .findFirst()
        .ifPresent(
            c -> {
              throw expectations.get(0).at().problem("a rule knows no scenario: " + c.describe());
            });
    return new Rule(
        name,
        title,
        Set.copyOf(packets),
        List.copyOf(statuses),
        acksOnly,
        alsoHttp,
        bodiless,
        Set.copyOf(unlessIn),
        expectations.get(0));
  }

  private static PacketKind kind(YamlValue value) {
    return PacketKind.of(value.text())
        .orElseThrow(() -> value.problem("'" + value.text() + "' is no packet"));
  }
}
