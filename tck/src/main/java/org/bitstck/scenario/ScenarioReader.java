package org.bitstck.scenario;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.bitstck.requirement.Catalogue;
import org.bitstck.requirement.Role;
import org.bitstck.yaml.Problem;
import org.bitstck.yaml.Quantity;
import org.bitstck.yaml.Source;
import org.bitstck.yaml.Yaml;
import org.bitstck.yaml.YamlException;
import org.bitstck.yaml.YamlMapping;
import org.bitstck.yaml.YamlValue;

/** Reads scenario files and says of each mistake where it is and what was meant. */
public final class ScenarioReader {
  private static final long DEFAULT_SIZE = 300;
  private static final String NAME = "[a-z0-9]+(-[a-z0-9]+)*";

  private final Catalogue catalogue;

  public ScenarioReader(Catalogue catalogue) {
    this.catalogue = catalogue;
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
    if (role != Role.SERVER) {
      throw roleWord.problem(
          "scenarios test a 'server'; there are none for the role '" + role.text() + "'");
    }
    List<ServerScenario> scenarios = new ArrayList<>();
    List<Problem> problems = new ArrayList<>();
    for (YamlMapping.Entry entry : file.require("scenarios").mapping("a scenario").entries()) {
      try {
        scenarios.addAll(expand(topic, entry));
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
    if (!value.text().matches(NAME + "(/" + NAME + ")*")) {
      throw value.problem(
          "a topic is lower-case words with hyphens, divided by slashes: fragment/ranges");
    }
    return value.text();
  }

  private List<ServerScenario> expand(String topic, YamlMapping.Entry entry) {
    YamlMapping words = entry.value().mapping("a scenario");
    String name = entry.key().text();
    if (!name.matches(NAME)) {
      throw entry.key().problem("a scenario's name is lower-case words with hyphens");
    }
    if (!words.has("each")) {
      VariableCheck.check(entry.value(), Set.of());
      return List.of(scenario(topic, name, entry.key(), words));
    }
    List<ServerScenario> all = new ArrayList<>();
    Set<String> rowNames = new HashSet<>();
    List<Row> rows = rows(words.require("each"));
    VariableCheck.checkUsed(words, rows.get(0).values.keySet());
    for (Row row : rows) {
      if (!rowNames.add(row.name)) {
        throw words.key("each").problem("two rows have the name '" + row.name + "'");
      }
      YamlMapping filled = entry.value().with(row.values).mapping("a scenario");
      filled.take("each");
      VariableCheck.check(filled.value(), row.values.keySet());
      all.add(scenario(topic, name + "[" + row.name + "]", entry.key(), filled));
    }
    return all;
  }

  /** One line of a table. */
  private record Row(String name, Map<String, String> values) {}

  /** A list of rows with named values, or one column: {@code type: [a, b]}. */
  private static List<Row> rows(YamlValue each) {
    List<Row> rows = new ArrayList<>();
    if (each.isSequence()) {
      for (YamlValue item : each.items()) {
        Map<String, String> values = new LinkedHashMap<>();
        for (YamlMapping.Entry cell : item.mapping("a row of the table").entries()) {
          values.put(cell.key().text(), cell.value().text());
        }
        String name = values.remove("case");
        if (values.isEmpty()) {
          throw item.problem("a row of the table needs a value to fill in");
        }
        rows.add(
            new Row(
                name != null ? name : rowName(values.values().iterator().next(), rows), values));
      }
    } else {
      List<YamlMapping.Entry> columns = each.mapping("a table").entries();
      if (columns.size() != 1) {
        throw each.problem("a table of several columns is a list of rows: - {a: 1, b: 2}");
      }
      String column = columns.get(0).key().text();
      for (YamlValue item : columns.get(0).value().items()) {
        rows.add(new Row(rowName(item.text(), rows), Map.of(column, item.text())));
      }
    }
    if (rows.isEmpty()) {
      throw each.problem("the table is empty");
    }
    return rows;
  }

  private static String rowName(String value, List<Row> before) {
    return value.matches("[\\w.:+-]{1,40}") ? value : String.valueOf(before.size() + 1);
  }

  private ServerScenario scenario(String topic, String name, YamlValue key, YamlMapping words) {
    String title = words.require("title").text();
    if (title.isBlank()) {
      throw words.key("title").problem("a title says in plain words what is tested");
    }
    Set<String> needs = texts(words, "needs");
    Set<String> tags = texts(words, "tags");
    String directory = words.take("as").map(YamlValue::text).orElse(null);
    Map<String, FileSpec> files = files(words);
    List<ApplicationAnswer> application = application(words, files);
    StepReader reader = new StepReader(new ExpectReader(catalogue, files.keySet()));
    List<Step> steps = new ArrayList<>();
    for (YamlValue item : words.require("steps").items()) {
      steps.addAll(reader.read(item, files));
    }
    words.done();
    if (steps.stream().allMatch(step -> step.expectations().isEmpty())) {
      throw key.problem("this scenario checks nothing: no step has 'expect'");
    }
    return new ServerScenario(
        topic,
        name,
        title,
        needs,
        tags,
        directory,
        files,
        application,
        List.copyOf(steps),
        Place.of(key));
  }

  private static Set<String> texts(YamlMapping words, String word) {
    Set<String> texts = new LinkedHashSet<>();
    words.take(word).ifPresent(v -> v.oneOrMore().forEach(item -> texts.add(item.text())));
    return Set.copyOf(texts);
  }

  private static List<ApplicationAnswer> application(
      YamlMapping words, Map<String, FileSpec> files) {
    List<ApplicationAnswer> answers = new ArrayList<>();
    for (YamlValue item : words.take("application").map(YamlValue::oneOrMore).orElse(List.of())) {
      YamlMapping answer = item.mapping("an answer of the application");
      answers.add(
          new ApplicationAnswer(
              (int) answer.require("status").number(100, 599),
              answer.take("headers").map(StepReader::headerEdits).orElse(List.of()),
              answer
                  .take("reply")
                  .map(v -> ConditionReader.known(v, files.keySet()))
                  .orElse(null)));
      answer.done();
    }
    return List.copyOf(answers);
  }

  private static Map<String, FileSpec> files(YamlMapping words) {
    Map<String, FileSpec> files = new LinkedHashMap<>();
    files.put(
        FileSpec.MAIN,
        words
            .take("file")
            .map(value -> file(FileSpec.MAIN, value))
            .orElse(new FileSpec(FileSpec.MAIN, DEFAULT_SIZE, null)));
    words
        .take("files")
        .ifPresent(
            value ->
                value
                    .mapping("a file")
                    .entries()
                    .forEach(e -> files.put(e.key().text(), file(e.key().text(), e.value()))));
    return Map.copyOf(files);
  }

  private static FileSpec file(String name, YamlValue value) {
    if (!value.isMapping()) {
      return new FileSpec(name, value.as(Quantity::bytes), null);
    }
    YamlMapping words = value.mapping("a file");
    if (words.has("setting")) {
      return new FileSpec(name, Amount.read(value, Quantity::bytes, 1), null);
    }
    byte[] bytes = words.require("text").text().getBytes(StandardCharsets.ISO_8859_1);
    words.done();
    return new FileSpec(name, bytes.length, bytes);
  }
}
