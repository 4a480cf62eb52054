package org.bitstck.scenario.library;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.bitstck.requirement.Role;
import org.bitstck.scenario.RoleReader;
import org.bitstck.scenario.Scenario;
import org.bitstck.scenario.ScenarioHead;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads what is common to the scenario files of all roles: topic, role, names, tables. */
public final class ScenarioFileReader {
  private static final String WORDS = "[a-z0-9]+(-[a-z0-9]+)*";
  private static final Pattern NAME = Pattern.compile(WORDS);

  private final Map<Role, RoleReader> roles;

  /**
   * @param roles what reads the scenarios of each role that is taken
   */
  public ScenarioFileReader(Map<Role, RoleReader> roles) {
    this.roles = roles;
  }

  /**
   * Reads one file.
   *
   * @throws YamlException with all problems of the file, at most one per scenario
   */
  public ScenarioFile read(Source source, String text) {
    YamlMapping file = Yaml.parse(source, text).mapping("a scenario file");
    String topic = topic(file.require("topic"));
    YamlValue roleWord = file.require("role");
    Role role = roleWord.as(Role::of);
    RoleReader reader = roles.get(role);
    if (reader == null) {
      throw roleWord.problem(
          "scenarios test one of "
              + roles.keySet().stream()
                  .map(taken -> "'" + taken.peer() + "'")
                  .sorted()
                  .collect(Collectors.joining(", "))
              + "; there are none for the role '"
              + role.text()
              + "'");
    }
    List<Scenario> scenarios = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (YamlMapping.Entry entry : file.require("scenarios").mapping("a scenario").entries()) {
      try {
        scenarios.addAll(expand(reader, topic, entry));
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
    if (scenarios.isEmpty()) {
      throw file.key("scenarios").problem("the file has no scenarios");
    }
    return new ScenarioFile(topic, role, List.copyOf(scenarios));
  }

  private static String topic(YamlValue value) {
    if (!value.text().matches(WORDS + "(/" + WORDS + ")*")) {
      throw value.problem(
          "a topic is lower-case words with hyphens, divided by slashes: fragment/ranges");
    }
    return value.text();
  }

  private static List<Scenario> expand(RoleReader reader, String topic, YamlMapping.Entry entry) {
    YamlMapping words = entry.value().mapping("a scenario");
    String name = entry.key().text();
    if (!NAME.matcher(name).matches()) {
      throw entry.key().problem("a scenario's name is lower-case words with hyphens");
    }
    VariableCheck variables = new VariableCheck(reader);
    if (!words.has("each")) {
      variables.check(entry.value(), Set.of());
      return List.of(scenario(reader, topic, name, entry.key(), words));
    }
    List<Scenario> all = new ArrayList<>();
    for (Table.Row row : Table.read(words)) {
      YamlMapping filled = entry.value().with(row.values()).mapping("a scenario");
      filled.take("each");
      variables.check(filled.value(), row.values().keySet());
      all.add(scenario(reader, topic, name + "[" + row.name() + "]", entry.key(), filled));
    }
    return all;
  }

  private static Scenario scenario(
      RoleReader reader, String topic, String name, YamlValue key, YamlMapping words) {
    String title = words.require("title").text();
    if (title.isBlank()) {
      throw words.key("title").problem("a title says in plain words what is tested");
    }
    Set<String> needs = texts(words, "needs");
    Set<String> tags = texts(words, "tags");
    Scenario scenario = reader.read(new ScenarioHead(topic, name, title, needs, tags), key, words);
    words.done();
    return scenario;
  }

  private static Set<String> texts(YamlMapping words, String word) {
    Set<String> texts = new LinkedHashSet<>();
    words.take(word).ifPresent(v -> v.oneOrMore().forEach(item -> texts.add(item.text())));
    return Set.copyOf(texts);
  }
}
