package org.bitstck.scenario.client;

import java.util.ArrayList;
import java.util.List;
import org.bitstck.requirement.Catalogue;
import org.bitstck.scenario.ExpectReader;
import org.bitstck.scenario.Expectation;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads the table of rules that hold for every recording of a client. */
public final class ClientRuleReader {
  private final ExpectReader expects;

  public ClientRuleReader(Catalogue catalogue) {
    this.expects = new ExpectReader(catalogue, new ClientClauseReader());
  }

  /**
   * Reads one file.
   *
   * @throws YamlException with all problems of the file, at most one per rule
   */
  public List<ClientRule> read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a rule file");
    List<ClientRule> rules = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (YamlMapping.Entry entry : file.require("rules").mapping("the rules").entries()) {
      try {
        rules.add(rule(entry.key(), entry.value().mapping("a rule")));
      } catch (YamlException e) {
        problems.addAll(e.problems());
      }
    }
    try {
      file.done();
    } catch (YamlException e) {
      problems.addAll(e.problems());
    }
    if (!problems.isEmpty()) {
      throw new YamlException(problems);
    }
    return rules;
  }

  private ClientRule rule(YamlValue name, YamlMapping words) {
    String title = words.require("title").text();
    String unlessTagged = words.take("unless-tagged").map(YamlValue::text).orElse(null);
    List<Expectation> expectations = expects.read(words.require("expect"));
    words.done();
    if (title.isBlank()) {
      throw words.key("title").problem("a title says in plain words what holds");
    }
    if (expectations.size() != 1) {
      throw name.problem("a rule checks one requirement");
    }
    return new ClientRule(name.text(), title, unlessTagged, expectations.get(0));
  }
}
